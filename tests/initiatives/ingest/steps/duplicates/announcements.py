"""Weeks of one country in which several announcements name the same sum, each told by several outlets in words of their own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Telling:
    """One outlet's report."""

    day: str
    title: str
    text: str


Week = tuple[tuple[Telling, ...], ...]  # announcements, each with its tellings

NORWAY: Week = (
    (
        Telling(
            "2026-03-03",
            "Norway to build NOK 2 billion AI machine in Bodø",
            "Norway will spend 2 billion kroner on a national supercomputer for artificial intelligence in Bodø, Digitalisation Minister Kari Holm "
            "said on Tuesday. The state company Sigma2 will own the machine, which is to hold 4,000 graphics processors by 2028. Half of its hours "
            "are reserved for universities and hospitals.",
        ),
        Telling(
            "2026-03-04",
            "Arctic town gets the country's biggest computer",
            "BODØ - The government in Oslo has picked a hall by the harbour for what it calls the nation's most powerful AI computer. The price: "
            "NOK 2bn. Sigma2, which runs the state's research machines, is to order 4,000 GPUs next year. “We train at home,” said Kari Holm, who "
            "travelled north to present the plan.",
        ),
        Telling(
            "2026-03-05",
            "Oslo puts $200m into northern supercomputer",
            "Norway's cabinet wants an AI supercomputer in the Arctic. The machine in Bodø will cost about $200 million and will be operated by "
            "Sigma2, according to the digitalisation ministry. Local politicians hope for 150 jobs; the grid company warned of bottlenecks.",
        ),
    ),
    (
        Telling(
            "2026-03-04",
            "Two billion kroner for AI in schools",
            "Norway's government will spend 2 billion kroner on artificial intelligence in schools over four years, Education Minister Per Lund said "
            "on Wednesday. Teachers are to be trained, and every municipality may buy licences for tutoring software.",
        ),
        Telling(
            "2026-03-05",
            "Every pupil to have an AI tutor, minister promises",
            "Norwegian classrooms will get tutoring software under a plan worth NOK 2bn that Per Lund presented to head teachers yesterday. Most of "
            "the money pays for courses for teachers. The teachers' union called the four-year timetable ambitious.",
        ),
    ),
    (
        Telling(
            "2026-03-06",
            "State fund backs Norwegian language model",
            "Norway will put 2 billion kroner into a family of open language models for Norwegian and Sami, the ministry of digitalisation said. The "
            "National Library is to lead the work with NTNU, and Kari Holm expects a first model in 2027.",
        ),
        Telling(
            "2026-03-07",
            "National Library to train models in Sami",
            "The National Library of Norway has been asked to build open language models in Norwegian and Sami, together with NTNU in Trondheim. The "
            "government pays NOK 2 billion. “Our languages must not be an afterthought,” Kari Holm said.",
        ),
    ),
)
GERMANY: Week = (
    (
        Telling(
            "2026-05-11",
            "Berlin commits €500 million to AI gigafactory in Jülich",
            "Germany's federal government will contribute €500 million to an AI gigafactory in Jülich, Research Minister Dorothee Bär said on "
            "Monday. The state of North Rhine-Westphalia is to match the sum. Deutsche Telekom would build the site with 100,000 chips.",
        ),
        Telling(
            "2026-05-12",
            "Telekom wins federal backing for giant data centre",
            "Deutsche Telekom can count on half a billion euros from the German government for the AI gigafactory that it wants to raise in Jülich. "
            "Dorothee Bär announced the grant in Berlin. Some 100,000 processors are planned; Düsseldorf promises as much again.",
        ),
    ),
    (
        Telling(
            "2026-05-12",
            "Germany plans 200 AI professorships",
            "The German research ministry will fund 200 additional professorships in artificial intelligence with €500 million until 2032, Dorothee "
            "Bär announced on Tuesday. Universities may apply from autumn; a third of the chairs are meant for researchers returning from abroad.",
        ),
        Telling(
            "2026-05-13",
            "New chairs to lure AI researchers back",
            "Two hundred professors of artificial intelligence, paid for by the federal government: with €500 million Research Minister Bär wants to "
            "bring scientists back to German universities. The rectors' conference welcomed the chairs and asked what happens after 2032.",
        ),
    ),
    (
        Telling(
            "2026-05-14",
            "KfW to steer €500m into AI start-ups",
            "Germany's state bank KfW will invest €500 million in young companies that work on artificial intelligence, the economy ministry said. "
            "The money goes into the Deep Tech Fund, and private investors have to match it.",
        ),
        Telling(
            "2026-05-15",
            "Deep Tech Fund grows for AI founders",
            "Founders of AI companies in Germany will find more state money: KfW adds EUR 500 million to the Deep Tech Fund on behalf of the economy "
            "ministry. Private investors must put in as much.",
        ),
    ),
)
INDIA: Week = (
    (
        Telling(
            "2026-02-09",
            "Cabinet clears Rs 5,000 crore for GPU clusters",
            "India's Union Cabinet on Monday approved Rs 5,000 crore for subsidised GPU clusters under the IndiaAI Mission, IT minister Ashwini "
            "Vaishnaw said. Some 20,000 processors will be added through the Centre for Development of Advanced Computing (C-DAC).",
        ),
        Telling(
            "2026-02-10",
            "20,000 more GPUs for Indian researchers",
            "NEW DELHI: Start-ups and researchers will be able to rent 20,000 more GPUs at subsidised rates. The cabinet has sanctioned Rs 5,000 "
            "crore, to be spent by C-DAC, Vaishnaw told reporters. The rates stay at Rs 65 an hour.",
        ),
        Telling(
            "2026-02-12",
            "India expands public AI compute with $550 million",
            "India will spend about $550 million on more public computing for artificial intelligence, adding 20,000 graphics processors that C-DAC "
            "is to procure. Ashwini Vaishnaw called the clusters the rails on which Indian models run.",
        ),
    ),
    (
        Telling(
            "2026-02-11",
            "Rs 5,000 crore for AI in farming",
            "India will spend Rs 5,000 crore on artificial intelligence for farmers, agriculture minister Shivraj Singh Chouhan said on Wednesday. "
            "Weather forecasts and advice on pests are to reach 100 million phones in eleven languages by 2029.",
        ),
        Telling(
            "2026-02-12",
            "Farm advice by phone, in eleven languages",
            "A Rs 5,000 crore programme will bring AI advice on pests and weather to Indian farmers. Shivraj Singh Chouhan said that 100 million "
            "phones should be reached before 2029. Farm unions asked who would own the records.",
        ),
    ),
    (
        Telling(
            "2026-02-13",
            "Maharashtra plans AI university",
            "The Indian state of Maharashtra will set up a university for artificial intelligence near Pune with Rs 5,000 crore of public money, "
            "chief minister Devendra Fadnavis said. The first 1,200 students are expected in 2027.",
        ),
        Telling(
            "2026-02-14",
            "Pune chosen for India's first AI university",
            "Pune will host a university devoted to artificial intelligence. Devendra Fadnavis put the cost to the state at Rs 5,000 crore and wants "
            "1,200 students to enrol in 2027.",
        ),
    ),
)
FRANCE: Week = (
    (
        Telling(
            "2026-06-01",
            "France backs Mistral campus with €300 million",
            "France will lend €300 million to a computing campus of Mistral AI in Essonne through the public bank Bpifrance, Finance Minister Roland "
            "Lescure said on Monday. The site is to draw 40 megawatts and to open in 2027.",
        ),
        Telling(
            "2026-06-02",
            "Bpifrance lends to Mistral for Essonne data centre",
            "The French state stands behind Mistral AI: its bank Bpifrance grants the company a loan of 300 million euros for the 40-megawatt data "
            "centre in Essonne, Roland Lescure told Les Echos. Mistral pays the rest from its own round.",
        ),
    ),
    (
        Telling(
            "2026-06-02",
            "€300 million for AI in French hospitals",
            "The French health ministry will spend €300 million on artificial intelligence in hospitals under France 2030. Imaging and the writing "
            "of reports come first, and thirty university hospitals take part.",
        ),
        Telling(
            "2026-06-04",
            "Thirty teaching hospitals to test AI",
            "Under France 2030, thirty university hospitals will receive a total of EUR 300m to bring AI into imaging and into the writing of their "
            "reports, the French government announced.",
        ),
    ),
    (
        Telling(
            "2026-06-03",
            "Paris puts 300 million euros into AI safety",
            "France will give its institute for the evaluation of artificial intelligence, INESIA, €300 million until 2030, the digital ministry "
            "said. The institute is to test models for the whole of Europe.",
        ),
        Telling(
            "2026-06-05",
            "INESIA to test models for Europe",
            "INESIA, the French body that evaluates AI, becomes a European test house: Paris has set aside €300 million for the institute until the "
            "end of the decade, according to the digital ministry.",
        ),
    ),
)
KOREA: Week = (
    (
        Telling(
            "2026-08-17",
            "Korea picks Naver and SK for sovereign model, 1 trillion won",
            "South Korea will spend 1 trillion won on a sovereign foundation model, the science ministry said on Monday. Naver Cloud and SK Telecom "
            "were selected and will receive 5,000 GPUs from the state.",
        ),
        Telling(
            "2026-08-18",
            "Naver, SK Telecom chosen to build national model",
            "SEOUL - Naver Cloud and SK Telecom have won the race to build Korea's own foundation model. The science ministry backs them with a "
            "trillion won and the use of 5,000 GPUs. LG, which lost, congratulated the two.",
        ),
        Telling(
            "2026-08-19",
            "Seoul's $720 million bet on a home-grown model",
            "The South Korean government is handing $720 million to two companies, SK Telecom and Naver Cloud, to train a foundation model that owes "
            "nothing to America. The science ministry also lends them 5,000 processors.",
        ),
    ),
    (
        Telling(
            "2026-08-18",
            "1 trillion won for AI chips made in Korea",
            "South Korea will support domestic AI chips with 1 trillion won by 2030, the industry ministry said on Tuesday. Rebellions and FuriosaAI "
            "are expected to apply, and Samsung Electronics would make the chips.",
        ),
        Telling(
            "2026-08-20",
            "Industry ministry to back Rebellions and FuriosaAI",
            "Makers of neural processors such as Rebellions and FuriosaAI can apply for 1 trillion won of South Korean support until 2030, which the "
            "industry ministry set out this week. Samsung Electronics is to produce the designs.",
        ),
    ),
    (
        Telling(
            "2026-08-19",
            "Gwangju gets national AI computing centre",
            "South Korea will build its national AI computing centre in Gwangju for 1 trillion won, the science ministry said on Wednesday. A "
            "consortium led by Samsung SDS is to open it in 2028 with 50,000 GPUs.",
        ),
        Telling(
            "2026-08-20",
            "Samsung SDS to run computing centre in the south-west",
            "Gwangju has been chosen as the seat of Korea's national AI computing centre. Samsung SDS leads the consortium; the South Korean "
            "government contributes 1 trillion won to the 50,000 GPUs that are to run from 2028.",
        ),
    ),
)
CANADA: Week = (
    (
        Telling(
            "2026-10-05",
            "Ottawa to spend $250 million on sovereign cloud",
            "Canada will spend C$250 million on a sovereign cloud for artificial intelligence, AI Minister Evan Solomon said on Monday. Bell and "
            "Telus will supply it from data centres in British Columbia and Quebec.",
        ),
        Telling(
            "2026-10-06",
            "Bell and Telus to supply federal AI cloud",
            "A cloud for AI that no foreign court can reach: Canada's government pays Bell and Telus $250 million for it, Evan Solomon announced. "
            "The servers stand in Quebec and British Columbia.",
        ),
    ),
    (
        Telling(
            "2026-10-06",
            "C$250 million for Canada's AI institutes",
            "Canada renews its support for the three AI institutes Mila, Vector and Amii with C$250 million over five years, AI Minister Evan "
            "Solomon said on Tuesday. CIFAR will manage the programme.",
        ),
        Telling(
            "2026-10-08",
            "Mila, Vector and Amii funded until 2031",
            "Canada's AI institutes can plan ahead. Mila, the Vector Institute and Amii share $250 million of federal money over five years, handed "
            "out by CIFAR, the Canadian government said.",
        ),
    ),
    (
        Telling(
            "2026-10-07",
            "Ottawa helps small firms adopt AI",
            "Canada will help small and medium-sized firms to adopt artificial intelligence with C$250 million in loans from the Business "
            "Development Bank of Canada, Evan Solomon said on Wednesday.",
        ),
        Telling(
            "2026-10-08",
            "BDC to lend $250 million for AI at small firms",
            "Small companies in Canada that buy AI tools can borrow from a $250 million programme of the Business Development Bank of Canada. Evan "
            "Solomon said that adoption, not invention, was the country's weak point.",
        ),
    ),
)
WEEKS: tuple[Week, ...] = (NORWAY, GERMANY, INDIA, FRANCE, KOREA, CANADA)
# Pairs that tell of two things though the sum, the people, the companies and much of the wording are the same.
LOOK_ALIKES: tuple[tuple[Telling, Telling], ...] = (
    (
        Telling(
            "2025-05-13",
            "Humain and AMD form $10 billion venture",
            "RIYADH - Humain, the artificial intelligence company of Saudi Arabia's Public Investment Fund, will invest $10 billion with AMD in 500 "
            "megawatts of computing over five years, the two said on Tuesday. Humain chief executive Tareq Amin said the sites in the kingdom would "
            "be open to start-ups. Crown Prince Mohammed bin Salman launched Humain on Monday, and the PIF owns all of it.",
        ),
        Telling(
            "2025-05-14",
            "Saudi Arabia's Humain plans $10 billion venture fund",
            "A venture fund of $10 billion is the next step of Humain, Saudi Arabia's new company for artificial intelligence. Tareq Amin, who leads "
            "it, said in Riyadh that Humain Ventures would back start-ups in America, Europe and Asia from this summer. All of Humain belongs to the "
            "PIF, the kingdom's Public Investment Fund, and it was launched on Monday by Crown Prince Mohammed bin Salman.",
        ),
    ),
    (
        Telling(
            "2026-03-10",
            "£100 million for nine AI research hubs",
            "Nine AI research hubs at British universities will receive £100 million from UK Research and Innovation, Technology Secretary Liz "
            "Kendall said on Tuesday. The hubs in Edinburgh, Bristol and elsewhere work on mathematics and on uses in health. “The United Kingdom "
            "will not be a taker of AI,” Kendall told an audience in London.",
        ),
        Telling(
            "2026-03-11",
            "UK to train 1,000 AI doctoral students",
            "UK Research and Innovation will spend £100 million on twelve centres for doctoral training in AI, which are to take 1,000 students. "
            "Technology Secretary Liz Kendall said British universities such as Edinburgh and Bristol had the demand. “The United Kingdom will not "
            "be a taker of AI,” she said in London.",
        ),
    ),
    (
        Telling(
            "2026-04-14",
            "Japan grants Rapidus further 100 billion yen",
            "Japan's economy ministry will give Rapidus another 100 billion yen for AI chips, Minister Yoji Muto said on Tuesday. The money passes "
            "through NEDO. Rapidus is building a factory in Chitose on Hokkaido, with support from IBM.",
        ),
        Telling(
            "2026-04-16",
            "METI backs Sakura Internet with 100 billion yen",
            "Japan's economy ministry will give Sakura Internet 100 billion yen through NEDO for graphics processors, Minister Yoji Muto said on "
            "Thursday. The company runs its AI cloud from a site in Ishikari on Hokkaido.",
        ),
    ),
    (
        Telling(
            "2026-07-06",
            "Brazil to buy supercomputer for 1 billion reais",
            "Brazil will buy a supercomputer for artificial intelligence for 1 billion reais, Science Minister Luciana Santos said on Monday. The "
            "machine goes to the national laboratory LNCC in Petrópolis. Finep pays, as part of the Brazilian AI Plan (PBIA).",
        ),
        Telling(
            "2026-07-07",
            "Finep opens 1 billion reais for AI in companies",
            "The Brazilian agency Finep opens a credit line of 1 billion reais for companies that adopt artificial intelligence, as part of the "
            "Brazilian AI Plan (PBIA). Science Minister Luciana Santos said that industry in the northeast comes first.",
        ),
    ),
    (
        Telling(
            "2026-09-21",
            "EU picks Finland for AI factory worth €200 million",
            "The European Union will pay half of an AI factory in Finland, EuroHPC said on Monday. The site in Kajaani costs €200 million and is "
            "built on the LUMI supercomputer. Commissioner Henna Virkkunen spoke of a network of thirteen factories.",
        ),
        Telling(
            "2026-09-22",
            "Poland's AI factory to cost €200 million",
            "The European Union will pay half of an AI factory in Poland, EuroHPC said on Tuesday. The site in Poznań costs €200 million and is "
            "called Piast. Commissioner Henna Virkkunen spoke of a network of thirteen factories.",
        ),
    ),
    (
        Telling(
            "2026-11-02",
            "Singapore to spend S$500 million on AI compute",
            "Singapore will spend S$500 million on high-performance computing for artificial intelligence, Minister Josephine Teo told parliament. "
            "Researchers and companies may apply to the National Supercomputing Centre.",
        ),
        Telling(
            "2026-11-03",
            "Singapore to drop S$500 million AI compute plan",
            "Singapore scraps its plan to spend S$500 million on high-performance computing for artificial intelligence, Minister Josephine Teo told "
            "parliament. Companies had hoped for time at the National Supercomputing Centre.",
        ),
    ),
    (
        Telling(
            "2026-11-09",
            "Taiwan's government to put NT$10 billion into AI start-ups",
            "Taiwan's National Development Fund will invest NT$10 billion in AI start-ups, the National Development Council said. Minister Liu "
            "Chin-ching named robotics and medicine as fields.",
        ),
        Telling(
            "2026-11-10",
            "Private investors to add NT$10 billion for Taiwan's AI start-ups",
            "Private venture funds promised to invest NT$10 billion of their own in Taiwan's AI start-ups beside the National Development Fund, the "
            "association of investors said. Robotics and medicine are the fields.",
        ),
    ),
    (
        Telling(
            "2026-02-02",
            "Kazakhstan buys $50 million of AI servers",
            "Kazakhstan will spend $50 million on servers for its national AI platform, Minister Zhaslan Madiyev said in Astana. They join the "
            "supercomputer Alem.cloud, which opened last summer and is run by the Ministry of Artificial Intelligence.",
        ),
        Telling(
            "2026-02-04",
            "Kazakhstan to train a million people in AI",
            "Kazakhstan will spend $50 million on courses in artificial intelligence for a million people, Minister Zhaslan Madiyev said in Astana. "
            "The Ministry of Artificial Intelligence offers them with Astana Hub; the supercomputer Alem.cloud serves the exercises.",
        ),
    ),
)
