"""Passages of our own with what stands in them: people, houses and words are invented. The floors of quality are measured on them."""

# ruff: noqa: E501  # a paragraph is one line, as in the articles that come in

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Passage:
    """A text with its owners, the roles of its organizations, and its direct quotations as (words, speaker, stance)."""

    text: str
    owners: tuple[str, ...] = ()
    organizations: dict[str, str] = field(default_factory=dict)
    quotes: tuple[tuple[str, str | None, str], ...] = ()
    reported: tuple[tuple[str, str | None], ...] = ()


PASSAGES = (
    Passage(
        "OSLO, March 4 — Norway will put 1.2 billion kroner into a national language model, Digitalisation Minister Ingvild "
        "Stranden said on Tuesday. The Norwegian Research "
        "Council will fund the work, which is coordinated by the University of Tromsdal and joined by Fjordkraft Data AS and Nordlys Bank.\n\n"
        "“A country that cannot read its own laws aloud to a machine has lent its voice to others,” Stranden told reporters. “We want it back.”\n\n"
        "Not everybody agrees. Tormod Hauge, an economist at Bergland Institute, called the sum “a rounding error dressed up as a strategy”.",
        ("NOR",),
        {
            "Norwegian Research Council": "funder",
            "University of Tromsdal": "lead",
            "Fjordkraft Data AS": "partner",
            "Nordlys Bank": "partner",
            "Bergland Institute": "mentioned",
        },
        (
            ("A country that cannot read its own laws aloud to a machine has lent its voice to others", "Ingvild Stranden", "supportive"),
            ("We want it back.", "Ingvild Stranden", "supportive"),
            ("a rounding error dressed up as a strategy", "Tormod Hauge", "critical"),
        ),
        (("Norway will put 1.2 billion kroner into a national language model", "Ingvild Stranden"),),
    ),
    Passage(
        "Vietnam's Ministry of Science and Technology has chosen three companies to build the country's first public AI cloud. "
        "Saigon Compute JSC, Hoa Sen Telecom and the start-up "
        "Lotus Reasoning will share 4.8 trillion dong over four years. The graphics processors will be supplied by Halden "
        "Semiconductor of the United States.\n\n"
        '"The machines will stand on our soil and answer to our courts," the ministry said in a statement.\n\n'
        '"Four years is an age in this business," warned Tran Quoc Bao, chief technology officer of rival Mekong Cloud. "The chips will be old before the building is dry."',
        ("VNM",),
        {
            "Ministry of Science and Technology": "lead",
            "Saigon Compute JSC": "partner",
            "Hoa Sen Telecom": "partner",
            "Lotus Reasoning": "partner",
            "Halden Semiconductor": "supplier",
            "Mekong Cloud": "mentioned",
        },
        (
            ("The machines will stand on our soil and answer to our courts", None, "supportive"),
            ("Four years is an age in this business", "Tran Quoc Bao", "cautious"),
            ("The chips will be old before the building is dry.", "Tran Quoc Bao", "cautious"),
        ),
    ),
    Passage(
        "The supercomputer will be hosted by the Alpine Computing Centre in Lugano and paid for by the Swiss Confederation. "
        "Hermetia Systems SA delivers the machine.\n\n"
        "Asked whether the price was fair, Beat Zgraggen, the centre's director, shrugged: “Nobody ever asks what it costs not to know.”\n\n"
        "“I hope the contract says who pays for the electricity,” said Ruth Ammann of the consumer association Stromwacht.",
        ("CHE",),
        {"Alpine Computing Centre": "operator", "Hermetia Systems SA": "supplier", "Stromwacht": "mentioned"},
        (
            ("Nobody ever asks what it costs not to know.", "Beat Zgraggen", "supportive"),
            ("I hope the contract says who pays for the electricity", "Ruth Ammann", "cautious"),
        ),
    ),
    Passage(
        "According to the Harbour Gazette, the Government of Ghana is in talks with Cedar Peak Capital about a $400 million fund "
        "for AI start-ups. Volta Bank would manage the fund.\n\n"
        "Finance Minister Efua Ansah declined to give details. “We will speak when there is ink on the paper,” she said.\n\n"
        "Critics were quicker. “A fund without founders is a savings account,” said Kwame Boadu, who teaches entrepreneurship at "
        "Cape Central University. He added that talent, not money, was the bottleneck.",
        ("GHA",),
        {
            "Harbour Gazette": "mentioned",
            "Government of Ghana": "lead",
            "Cedar Peak Capital": "funder",
            "Volta Bank": "operator",
            "Cape Central University": "mentioned",
        },
        (
            ("We will speak when there is ink on the paper", "Efua Ansah", "supportive"),
            ("A fund without founders is a savings account", "Kwame Boadu", "critical"),
        ),
        (("talent, not money, was the bottleneck", "Kwame Boadu"),),
    ),
    Passage(
        "What people say\n\n"
        "Marisol Vega, Data Scientist in Montevideo: “Finally a plan that names its numbers. It is the right step at the right time.”\n\n"
        "Prof. Anselm Köhler, Chair of Computer Ethics, University of Lindenau: “Its success will depend on who is allowed to look inside.”\n\n"
        "Dee Okonkwo, Venture Partner (based in Lagos): “This is a vanity project. It will not close the gap with anyone.”\n\n"
        "Sunniva Dahl, Climate Campaigner: “A data centre that drinks a river must be asked about the river.”",
        (),
        {"University of Lindenau": "mentioned"},
        (
            ("Finally a plan that names its numbers. It is the right step at the right time.", "Marisol Vega", "supportive"),
            ("Its success will depend on who is allowed to look inside.", "Anselm Köhler", "cautious"),
            ("This is a vanity project. It will not close the gap with anyone.", "Dee Okonkwo", "critical"),
            ("A data centre that drinks a river must be asked about the river.", "Sunniva Dahl", "cautious"),
        ),
    ),
    Passage(
        "„Wir warten nicht länger“, a sign at the gate reads. Behind it, Saxony's new institute is taking shape. „Here we shall "
        "teach machines the language of machines“, says its "
        "founding director, Professor Katrin Voss-Adler. The Federal Ministry of Machines and Mobility gives 90 million euros; "
        "Elbe Robotik GmbH contributes 30 million.\n\n"
        "«C’est un pari», admits Luc Ferrand, who advises the ministry from Paris. «But not betting would be one too.»",
        ("DEU",),
        {"Federal Ministry of Machines and Mobility": "funder", "Elbe Robotik GmbH": "funder"},
        (
            ("Here we shall teach machines the language of machines", "Katrin Voss-Adler", "supportive"),
            ("C’est un pari", "Luc Ferrand", "unclear"),
            ("But not betting would be one too.", "Luc Ferrand", "cautious"),
        ),
    ),
    Passage(
        "Kazakhstan's sovereign fund Altyn Investment Authority (AIA) and Steppe Telecom have signed a memorandum with the "
        "chipmaker Corvid Devices. AIA will provide $200 million, "
        "Steppe Telecom will operate the data centre in Almaty, and Corvid will ship 4,000 accelerators.\n\n"
        "‘It’s the beginning of a long road,’ Steppe Telecom's chief executive, Daniyar Sarsenov, said after the signing. ‘We’re "
        "ready to walk it.’\n\n"
        "Corvid's vice president Helen Brandvold described the deal as “the most ambitious in the region”.",
        ("KAZ",),
        {"Altyn Investment Authority": "funder", "Steppe Telecom": "operator", "Corvid Devices": "supplier"},
        (
            ("It’s the beginning of a long road", "Daniyar Sarsenov", "supportive"),
            ("We’re ready to walk it.", "Daniyar Sarsenov", "supportive"),
            ("the most ambitious in the region", "Helen Brandvold", "supportive"),
        ),
    ),
    Passage(
        "The European Commission picked seven consortia on Thursday. The Iberian one, led by the Coimbra Supercomputing Centre, "
        "brings together Tejo Energia, the University of Salinas "
        "and the Basque research centre Itsaslab.\n\n"
        "“Seven is enough to begin with and too few to stop at,” Executive Vice-President Marta Lindqvist-Roy told journalists in Brussels.\n\n"
        "One diplomat, who asked not to be named, was sceptical. “Ask me again when somebody has seen the electricity bill,” the diplomat said.",
        ("EUU",),
        {
            "European Commission": "lead",
            "Coimbra Supercomputing Centre": "lead",
            "Tejo Energia": "partner",
            "University of Salinas": "partner",
            "Itsaslab": "partner",
        },
        (
            ("Seven is enough to begin with and too few to stop at", "Marta Lindqvist-Roy", "supportive"),
            ("Ask me again when somebody has seen the electricity bill", None, "cautious"),
        ),
    ),
    Passage(
        "Prime Minister Tama Rewi opened the centre in Wellington and said it would “keep our stories in our own hands”. Some "
        "NZ$70 million comes from the Ministry of Business "
        "and Discovery; the rest is paid by Kauri Capital, a local investor. Southern Cross Polytechnic will run the place.\n\n"
        "Opposition leader Judith Marlowe scoffed. “Seventy million buys you the car park,” she said. “It is a waste of good money.”\n\n"
        "Rewi replied that the centre was only the start.",
        ("NZL",),
        {"Ministry of Business and Discovery": "funder", "Kauri Capital": "funder", "Southern Cross Polytechnic": "operator"},
        (
            ("keep our stories in our own hands", "Tama Rewi", "supportive"),
            ("Seventy million buys you the car park", "Judith Marlowe", "critical"),
            ("It is a waste of good money.", "Judith Marlowe", "critical"),
        ),
        (("the centre was only the start", "Tama Rewi"),),
    ),
    Passage(
        "Interview: the woman who counts the chips\n\n"
        "Amara Diallo heads Senegal's new compute agency. She spoke to us in Dakar.\n\n"
        "Q: Why does Senegal need its own machines?\n\n"
        "Amara Diallo: Because waiting lists abroad are a tax on our researchers, and they pay it every day.\n\n"
        "Q: And who pays for them?\n\n"
        "Amara Diallo: The state pays half, and we are talking to partners about the other half.",
        ("SEN",),
        {},
        (
            ("Because waiting lists abroad are a tax on our researchers, and they pay it every day.", "Amara Diallo", "supportive"),
            ("The state pays half, and we are talking to partners about the other half.", "Amara Diallo", "supportive"),
        ),
    ),
    Passage(
        "Thai broadcaster Siam Channel reported that the Digital Economy Ministry wants to double the “AI for All” budget to 25 "
        "billion baht. Chao Phraya Cloud, Thailand's biggest "
        "provider, and Krung Thon University are expected to take part.\n\n"
        "“This money,” said deputy minister Pichai Saelim, “is seed, not harvest.”\n\n"
        "The plan follows Singapore's example, analysts at Lotus & Grey Securities noted.",
        ("THA",),
        {
            "Siam Channel": "mentioned",
            "Digital Economy Ministry": "lead",
            "Chao Phraya Cloud": "partner",
            "Krung Thon University": "partner",
            "Lotus & Grey Securities": "mentioned",
        },
        (
            ("This money", "Pichai Saelim", "supportive"),
            ("is seed, not harvest.", "Pichai Saelim", "supportive"),
        ),
    ),
    Passage(
        "Brazil's development bank Banco Aurora will lend 2 billion reais for a sovereign model called Jandaia. The model is "
        "being trained by researchers of the Federal University of "
        "Pampulha together with Tucano AI, a start-up from Recife.\n\n"
        "“Jandaia will know what a feira is,” jokes Tucano's co-founder Beatriz Falcão. “The others think it is a trade fair.”\n\n"
        "Energy is a worry: the machines would draw as much power as a small city, and the grid in the northeast is already "
        "strained, says Rui Tavares, an engineer with the grid operator.",
        ("BRA",),
        {"Banco Aurora": "funder", "Federal University of Pampulha": "partner", "Tucano AI": "partner"},
        (
            ("Jandaia will know what a feira is", "Beatriz Falcão", "supportive"),
            ("The others think it is a trade fair.", "Beatriz Falcão", "supportive"),
        ),
        (("the machines would draw as much power as a small city, and the grid in the northeast is already strained", "Rui Tavares"),),
    ),
    Passage(
        "Mumbai: Union Minister for Skill and Computing Harsh Bhandari on Monday launched a portal through which students can "
        "book time on 12,000 GPUs. The Department of Digital "
        "Commons runs the portal, and NetSagar Ltd, Vyom Cloud and Indus Grid Pvt Ltd have been empanelled to provide the processors.\n\n"
        "“For 65 rupees an hour, a girl in Gaya gets what a laboratory in Boston gets,” he said.\n\n"
        "“The queue is already three weeks long,” countered Meera Subramaniam of the Centre for Open Machines, “and nobody has "
        "said who comes first.”",
        ("IND",),
        {
            "Department of Digital Commons": "operator",
            "NetSagar Ltd": "supplier",
            "Vyom Cloud": "supplier",
            "Indus Grid Pvt Ltd": "supplier",
            "Centre for Open Machines": "mentioned",
        },
        (
            ("For 65 rupees an hour, a girl in Gaya gets what a laboratory in Boston gets", "Harsh Bhandari", "supportive"),
            ("The queue is already three weeks long", "Meera Subramaniam", "cautious"),
            ("and nobody has said who comes first.", "Meera Subramaniam", "cautious"),
        ),
    ),
    Passage(
        "Washington's new plan got a cool welcome. In a letter seen by the Capitol Ledger, forty researchers write that the "
        "Department of Continental Science “is buying hammers and "
        "calling them houses”. Senator Lorraine Whitby, the bill's sponsor, defended it: “You cannot build a house without a hammer.”\n\n"
        "Meridian Labs and Quillon, the two companies that trained the first models, will not comment. Under the plan, each gets $90 million.",
        ("USA",),
        {"Capitol Ledger": "mentioned", "Department of Continental Science": "lead", "Meridian Labs": "partner", "Quillon": "partner"},
        (
            ("is buying hammers and calling them houses", None, "critical"),
            ("You cannot build a house without a hammer.", "Lorraine Whitby", "supportive"),
        ),
    ),
    Passage(
        "The mayor of Tampere, Aino Virtasalmi, compared the site to a cathedral. “We are laying stones for people who are not "
        "born yet.” The city's partner is Suomi Kyber Oy.\n\n"
        "Suomi Kyber's head of research, Dr Pekka Niinistö-Lahti, put it more soberly: “Without cheap heat sales the sums do not add up.”",
        ("FIN",),
        {"Suomi Kyber Oy": "partner"},
        (
            ("We are laying stones for people who are not born yet.", "Aino Virtasalmi", "supportive"),
            ("Without cheap heat sales the sums do not add up.", "Pekka Niinistö-Lahti", "cautious"),
        ),
    ),
    Passage(
        """Denmark's government and the Lillebælt Foundation will together spend 600 million kroner on a national AI supercomputer, to be installed at Vesterport Data Park near Aarhus. The foundation pays 400 million of it. Gefion Byte ApS, a Danish subsidiary of the American chip designer Orrin, supplies the hardware.

"We would rather own the oven than queue for bread," said Science Minister Mette Krogh-Larsen.

Anders Toft, who leads the trade union HK Teknik, is not convinced. "Ovens need bakers," he said. "I see no money for bakers.\"""",
        ("DNK",),
        {
            "Lillebælt Foundation": "funder",
            "Vesterport Data Park": "operator",
            "Gefion Byte ApS": "supplier",
            "Orrin": "supplier",
            "HK Teknik": "mentioned",
        },
        (
            ("We would rather own the oven than queue for bread", "Mette Krogh-Larsen", "supportive"),
            ("Ovens need bakers", "Anders Toft", "cautious"),
            ("I see no money for bakers.", "Anders Toft", "cautious"),
        ),
    ),
    Passage(
        """Indonesia's communications ministry has asked three local firms – Nusa Cipta, Bintang Telekom and Garuda Data – to propose a Bahasa model by June, Reuters reported, citing two people familiar with the matter. Some 3 trillion rupiah could come from the Archipelago Fund.

"It is an invitation, not a contract," ministry spokesman Bagus Hartono told the agency.""",
        ("IDN",),
        {"Nusa Cipta": "partner", "Bintang Telekom": "partner", "Garuda Data": "partner", "Reuters": "mentioned", "Archipelago Fund": "funder"},
        (("It is an invitation, not a contract", "Bagus Hartono", "supportive"),),
    ),
    Passage(
        """Ireland's Department of Enterprise, Skills and Innovation on Wednesday named Shannon Compute as operator of a €120m "AI factory antenna" in Limerick. The University of Thomond and the research centre Insightful will be partners.

Taoiseach Deirdre O'Malley called it "a small key to a very large door".

"Small keys get lost," retorted Labour's spokesperson on technology, Conor Breathnach.""",
        ("IRL",),
        {
            "Department of Enterprise, Skills and Innovation": "lead",
            "Shannon Compute": "operator",
            "University of Thomond": "partner",
            "Insightful": "partner",
        },
        (("a small key to a very large door", "Deirdre O'Malley", "supportive"), ("Small keys get lost", "Conor Breathnach", "critical")),
    ),
    Passage(
        """Egypt and Japan signed an agreement on Sunday under which Nile Horizon University and Hokuto Robotics Inc. will set up a centre for Arabic speech. The African Bridge Bank lends $60 million.

“Our grandmothers will be able to talk to the pension office,” Minister of Communications Yasmine Fahmy said at the ceremony. She promised that the recordings would stay in Egypt.

“Every dialect is a market,” added Hokuto's president, Shun Matsuda.""",
        ("EGY",),
        {"Nile Horizon University": "lead", "Hokuto Robotics Inc.": "lead", "African Bridge Bank": "funder"},
        (
            ("Our grandmothers will be able to talk to the pension office", "Yasmine Fahmy", "supportive"),
            ("Every dialect is a market", "Shun Matsuda", "supportive"),
        ),
        (("the recordings would stay in Egypt", "Yasmine Fahmy"),),
    ),
    Passage(
        """The Netherlands' plan for a language model has slipped by a year, the Delta Courier has learned. The institutes TNW, Surfboard and the Forensic Data Institute, which are building it with 13.5 million euros from the Ministry of Economic Renewal, blame the price of text.

“Publishers have discovered that they own something,” project leader Saskia de Boer says. “That is healthy. It is also expensive.”

Copyright lawyer Joris Mulder thinks the delay was predictable: “They asked for bread and forgot the baker.”""",
        ("NLD",),
        {
            "Delta Courier": "mentioned",
            "TNW": "lead",
            "Surfboard": "lead",
            "Forensic Data Institute": "lead",
            "Ministry of Economic Renewal": "funder",
        },
        (
            ("Publishers have discovered that they own something", "Saskia de Boer", "supportive"),
            ("That is healthy. It is also expensive.", "Saskia de Boer", "cautious"),
            ("They asked for bread and forgot the baker.", "Joris Mulder", "critical"),
        ),
    ),
    Passage(
        """Australia will spend A$230 million on a sovereign cloud for hospitals, Health Minister Bronwyn Ashcroft announced in Canberra. Southern Star Systems Ltd won the tender ahead of Amazon Web Services and Microsoft.

"Patient records will never leave the continent," Ashcroft said. "That is the whole point."

The Australian Privacy League welcomed the decision but asked for an independent auditor. "Trust is good, logs are better," its chair Ruby Nakamura said.""",
        ("AUS",),
        {
            "Southern Star Systems Ltd": "supplier",
            "Amazon Web Services": "mentioned",
            "Microsoft": "mentioned",
            "Australian Privacy League": "mentioned",
        },
        (
            ("Patient records will never leave the continent", "Bronwyn Ashcroft", "supportive"),
            ("That is the whole point.", "Bronwyn Ashcroft", "supportive"),
            ("Trust is good, logs are better", "Ruby Nakamura", "supportive"),
        ),
    ),
    Passage(
        """Ethiopia's Artificial Intelligence Institute launched a $45 million programme on Friday to teach machine learning in 200 schools. UNESCO and the Abyssinia Telecom Group are partners in the programme; the textbooks come from Addis Learning.

Worku Alemu, the institute's director general, said that the first lessons would be given in Amharic and Oromo.

“A child who can ask a machine a question in her own language will ask better questions,” he said.""",
        ("ETH",),
        {"Artificial Intelligence Institute": "lead", "UNESCO": "partner", "Abyssinia Telecom Group": "partner", "Addis Learning": "supplier"},
        (("A child who can ask a machine a question in her own language will ask better questions", "Worku Alemu", "supportive"),),
        (("the first lessons would be given in Amharic and Oromo", "Worku Alemu"),),
    ),
    Passage(
        """In Taipei, the National Council for Emerging Industries unveiled a NT$100 billion plan. It names ten projects, from silicon photonics to robots. Foundry Formosa, which makes most of the island's processors, and the insurer Jade Mountain Life have already pledged NT$20 billion each.

“Ten trees are not yet a forest,” council chairman Lin Chia-hao conceded. “But nobody plants a forest at once.”

Economists are divided. Wu Pei-shan of Academia Borealis said the plan relied too much on tax breaks. “You cannot subsidise curiosity,” she said.""",
        ("TWN",),
        {
            "National Council for Emerging Industries": "lead",
            "Foundry Formosa": "funder",
            "Jade Mountain Life": "funder",
            "Academia Borealis": "mentioned",
        },
        (
            ("Ten trees are not yet a forest", "Lin Chia-hao", "cautious"),
            ("But nobody plants a forest at once.", "Lin Chia-hao", "supportive"),
            ("You cannot subsidise curiosity", "Wu Pei-shan", "critical"),
        ),
        (("the plan relied too much on tax breaks", "Wu Pei-shan"),),
    ),
    Passage(
        """Peru: Congress approves AI fund

The law, passed by 78 votes to 31, creates a fund of 500 million soles that will be managed by the state bank Banco Cordillera. Universities and small firms may apply. The Inter-American Learning Bank will match every sol.

Lawmaker Rosa Quispe said: “Today we stop renting the future.”

“We have passed laws before,” shrugged Hugo Salcedo, a columnist of El Faro. “Ask the teachers how many arrived.”""",
        ("PER",),
        {"Banco Cordillera": "operator", "Inter-American Learning Bank": "funder", "El Faro": "mentioned"},
        (
            ("Today we stop renting the future.", "Rosa Quispe", "supportive"),
            ("We have passed laws before", "Hugo Salcedo", "critical"),
            ("Ask the teachers how many arrived.", "Hugo Salcedo", "critical"),
        ),
    ),
    Passage(
        """Speaking beside President Emil Novak at the opening, Lenka Horáková, chief executive of Moravia Chips, said the plant was “proof that small countries can make small things well”. The machines come from Kestrel Optics of the Netherlands. The European Investment Consortium holds a third of the shares.

Novak himself kept it short. “Thank you. Now switch it on.”""",
        ("CZE",),
        {"Moravia Chips": "lead", "Kestrel Optics": "supplier", "European Investment Consortium": "funder"},
        (
            ("proof that small countries can make small things well", "Lenka Horáková", "supportive"),
            ("Thank you. Now switch it on.", "Emil Novak", "supportive"),
        ),
    ),
)
