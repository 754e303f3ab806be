"""Matters, each told by several reporters on their own: the same names, numbers and quoted words, and no sentence taken from one another."""

MATTERS: tuple[tuple[str, ...], ...] = (
    (
        "Norway will build a supercomputer for artificial intelligence in Trondheim at a cost of 1.2 billion kroner, Science Minister Kari Holm "
        "said on Monday. The machine is to have 2,000 graphics processors and to open in 2028. It will be run by the university, which already "
        "cools its buildings with water from the fjord. “We want our researchers to train their models at home, and we want the hospitals to know "
        "where their data are,” Holm told reporters at the campus. Half of the time is meant for young companies. Parliament votes on the money "
        "in January.",
        "TRONDHEIM — A hall beside the fjord, home to an old ship model basin, is where the government of Norway wants to put 2,000 graphics "
        "processors by 2028. Minister Kari Holm presented the plan, priced at 1.2 billion kroner, on a visit to the university yesterday. “We "
        "want our researchers to train their models at home, and we want the hospitals to know where their data are,” she said. Students asked "
        "about power: the grid operator has no free capacity before 2029. Lawmakers in Oslo take the proposal up in January, and two parties have "
        "announced amendments.",
        "The Norwegian opposition has criticised the 1.2 billion kroner that Kari Holm intends to spend on computers in Trondheim. In a debate in "
        "Oslo, several members said that a machine bought now would be outdated by 2028, and that schools lacked teachers. The science minister "
        "answered that 2,000 processors were the least that a country needs to train models in its own language. Industry groups want to know who "
        "will be first in the queue. According to the university, half of the hours go to start-ups. A vote is planned for January.",
    ),
    (
        "India's cabinet on Thursday approved Rs 10,372 crore for the IndiaAI Mission over five years, with which 10,000 graphics processors will "
        "be made available to researchers and start-ups. Information technology minister Ashwini Vaishnaw said the money would also pay for a "
        "marketplace of data sets and an innovation centre. Private partners are to run the machines and will be paid through viability gap "
        "funding. The ministry expects the first processors within eighteen months. Critics ask whether the number is enough beside what single "
        "American companies buy.",
        "New Delhi is putting Rs 10,372 crore behind artificial intelligence. The five-year IndiaAI Mission, cleared at a meeting of ministers "
        "chaired by the prime minister, has seven pillars, of which compute takes the largest share: at least 10,000 GPUs are to be procured with "
        "private firms. Vaishnaw, who announced the decision, named agriculture and health as the fields that should profit first. Founders in "
        "Bengaluru welcomed cheaper access. An association of lawyers asked for rules on data sets before any marketplace opens its doors.",
        "What will 10,000 GPUs do for India? Founders we spoke to in Bengaluru and Hyderabad were hopeful about the IndiaAI Mission that the "
        "cabinet cleared last week. One said that renting a single cluster abroad had eaten half of her seed round. Of the Rs 10,372 crore, "
        "roughly 45 per cent is meant for compute, an official at the ministry estimates. Ashwini Vaishnaw has promised subsidised hours by the "
        "end of next year. Others recall that earlier missions spent less than a third of what was announced, and would rather see an order "
        "placed than another pillar named.",
    ),
    (
        "South Korea plans to raise a national growth fund of 150 trillion won over five years, of which 30 trillion won is for artificial "
        "intelligence, the Financial Services Commission said on Wednesday. Half of it will come from bonds that the state guarantees, and half "
        "from banks and pensions. Chairman Lee Eog-weon said chips, batteries and data centres would be among the first projects. SK hynix and "
        "Samsung Electronics have shown interest. The commission will choose managers by December and wants to invest the first 5 trillion won in "
        "the spring.",
        "SEOUL: Banks are being asked for a great deal of money. The growth fund that Lee Eog-weon of the Financial Services Commission outlined "
        "reaches 150 trillion won, and private lenders are to carry one half of it. For AI alone the plan foresees 30 trillion won, more than for "
        "any other industry. A manager at a pension fund said members would want to see returns, not slogans. The state's share is to be raised "
        "with guaranteed bonds. Shares of Samsung Electronics rose by two per cent and those of SK hynix by three. Managers are to be named in "
        "December.",
        "In an editorial we welcome the 150 trillion won growth fund and doubt its timetable. The Financial Services Commission hopes to pick "
        "managers by December and to spend 5 trillion won by spring; nobody has ever chosen so fast and so well. Thirty of the 150 trillion are "
        "reserved for artificial intelligence, where Korea makes the memory and buys the rest. If the guarantee of the state turns every weak "
        "project into a safe bond, the taxpayer will hold the risk. Lee Eog-weon should publish who asks for money, who gets it, and why.",
    ),
    (
        "Kenya and a group of lenders have signed for a data centre of 100 megawatts near Olkaria, which is to run on steam from the ground. The "
        "first stage costs $1 billion and was announced by Microsoft and G42 in Nairobi. President William Ruto called it the largest digital "
        "investment in the country's history. Models in Swahili and English are to be trained there. The companies will also open a laboratory "
        "and teach 20,000 people. Building starts once the utility has fixed the price of power, a government official said, and should take two "
        "years.",
        "Villagers at Olkaria heard about it on the radio: a centre for computers, worth $1 billion, is to rise between the geothermal wells. "
        "Microsoft and G42 say that the 100 megawatts it will draw are clean. Some families who were moved for the power station ten years ago "
        "still wait for titles to their land. “Steam we have, schools we do not,” said a shopkeeper. William Ruto promised jobs when he spoke in "
        "Nairobi. Whether any of the 20,000 people to be trained will come from Naivasha is not yet known. The utility did not answer questions "
        "about the tariff.",
        "Talks between G42, Microsoft and Kenya on the centre at Olkaria have stalled over the price of electricity, three people with knowledge "
        "of them said. The partners had announced $1 billion in the presence of William Ruto. They ask for a fixed tariff on 100 megawatts for "
        "fifteen years, which the utility cannot give without the regulator. A smaller first stage is being discussed. A spokesperson in Nairobi "
        "said the project was on course. No ground has been broken. The laboratory, meanwhile, has opened with forty students of the 20,000 "
        "foreseen.",
    ),
    (
        "The European Commission on Tuesday opened a call for up to five AI gigafactories, each with about 100,000 advanced chips, backed with "
        "€20 billion of public and private money. Executive Vice-President Henna Virkkunen said Europe could not rent its future. Member states "
        "may pay up to 35 per cent of the cost. Seventy-six expressions of interest from sixteen countries had come in beforehand. Bids are due "
        "in the first quarter and the winners will be named by the council of the EuroHPC undertaking in the summer.",
        "Europe's race for gigafactories begins. Consortia in Spain, Germany, Poland and the Netherlands confirmed that they will answer the call "
        "for which Brussels has set aside €20 billion together with industry. Each site should house some 100,000 chips, four times as many as "
        "the largest of today. Henna Virkkunen wants decisions in the summer. Executives complain that 35 per cent of public money is little when "
        "power costs twice what it does in Texas. In Warsaw the ministry hopes to lead a bid with the Baltic states, which have put a site near a "
        "substation on the table.",
        "An audit calls the plan for AI gigafactories hasty. The auditors in Luxembourg find no study of demand behind the figure of 100,000 "
        "chips, and no rule for what happens when a consortium fails. Of the €20 billion, only a part is certain; the rest should come from "
        "companies whose promises bind nobody. The Commission replied that seventy-six expressions of interest spoke for themselves. Henna "
        "Virkkunen's cabinet added that the call would be judged on energy as well as on price. Parliament's budget committee will hear both "
        "sides before summer.",
    ),
)
