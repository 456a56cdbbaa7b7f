export const business = [
  {
    slug: 'port-crane-drivers',
    headline: 'The crane drivers came down from their cabs. Nobody foresaw what that would do',
    standfirst:
      'Port Sele moved its operators to desks two miles away. Boxes per hour went up; something else went down.',
    by: 'ben-tanaka-moore',
    at: '2026-11-24T06:25',
    tags: ['place:port-sele', 'about:work', 'about:shipping'],
    picture: 'port dawn',
    alt: 'A container ship beneath cranes at dawn',
    body: `From forty metres up, Des Whelan used to see the curve of the bay, a seal colony, and whether his wife’s car was in the drive. He now sees six screens and a wall. He moves thirty-four containers an hour, against twenty-nine before, and he gets home with dry feet.

Port Sele brought the last of its 48 operators down in March. The new control room is quiet, warm and safe. There have been no falls; there were two in the decade before. Productivity rose by 17 per cent within a quarter, and the shipping lines sent a cake.

Then came the small things. A lashing left loose which a man above would have noticed. A tug skipper who had always taken his cue from the angle of a jib. In June a container of peaches stood in the sun for nine days, on the blind side of the only camera.

None of it shows in the figures that the port reports. It shows in those kept by insurers, who have raised the premium by a sum that the company will not disclose, but which a director called “most of the cake”.

The remedy, from this month, is to send one operator up in each shift with a radio and no controls. The job has no title yet. There is a waiting list for it, and Whelan is third.`,
  },
  {
    slug: 'repair-shop-chain',
    headline: 'The high street’s fastest-growing chain will not sell you anything',
    standfirst:
      'Orlo & Son mends toasters, zips and grudges against planned obsolescence. It has 71 shops and an odd idea about growth.',
    by: 'amara-lindqvist',
    at: '2026-11-23T07:20',
    tags: ['about:repair', 'about:retail'],
    picture: 'shopfront golden Orlo & Son',
    alt: 'A painted shopfront with lit windows and a customer outside',
    body: `There is a clock in every branch of Orlo & Son, and it shows not the time but a number. On Friday it stood at 2,408,116. It is the count of things that have been mended, across all the shops, and it goes up while you look.

The firm was founded by Tamsin Orlo and has no son. She had a stall in a car park and a theory, which was that people do not throw things out because they want new ones. They do it because they have been made to feel foolish for asking.

So there is no counter. You sit next to the person who is doing it. A zip is £6, a kettle £11, and if it cannot be done you pay nothing and they show you why. One repair in five takes under four minutes. Those, she says, are the ones that people tell their friends about.

Turnover last year was £38 million. She has been asked to franchise, to float, and to sell a toaster of her own. She has a different plan: each shop that reaches a certain size must split, and the older half has to lend the younger its best mender for a year.

Makers were hostile to begin with. Two of them now send her their drawings. A third has altered a screw. She has that screw on a ribbon, framed, over the till.`,
  },
  {
    slug: 'four-day-foundry',
    headline: 'Can a foundry close on Fridays? This one did, and the furnace never noticed',
    standfirst:
      'The four-day week was supposed to be for people with laptops. At Ketley Castings it started with the night shift.',
    by: 'wendell-pryce',
    at: '2026-11-22T06:20',
    tags: ['place:ketley', 'about:work'],
    picture: 'works mist',
    alt: 'A brick works with saw-tooth roofs and two chimneys',
    body: `A furnace cannot have a long weekend. It takes nineteen hours to heat and a fortune to let go cold. When the owners of Ketley Castings said that they would try four days, most people on the floor took it for a joke about redundancy.

It was the night shift that worked it out. They drew the week on the back of a pattern board, in chalk, and found that the furnace was already idle for eleven hours out of it, in bits, waiting for the day people to get changed.

Four crews now overlap by a quarter of an hour. Everyone works thirty-four hours and is paid for forty. The metal runs from Monday at five until Thursday at eleven at night, and is kept simmering over the rest at a cost that is less, it turns out, than the overtime was.

Scrap is down by nine per cent. Sick days have halved. Two men who had given notice took it back. The finance director, who had prepared a paper on the likely failure, has taken up the cello.

It is not all gain. Customers who telephone on a Friday get a recording, and one has left. The apprentices complain that there is too much to learn in a day. But in the canteen the board has been varnished, with the chalk still on it.`,
  },
  {
    slug: 'ghost-warehouse-town',
    headline: 'The town that built eleven warehouses and is wondering who for',
    standfirst:
      'Brackley Cross bet its fields on next-day delivery. Now five of the sheds are empty, and somebody has suggested roller skating.',
    by: 'wendell-pryce',
    at: '2026-11-21T09:35',
    tags: ['place:brackley-cross', 'about:retail', 'about:city'],
    picture: 'warehouse sage',
    alt: 'A long warehouse aisle with a forklift truck',
    body: `From the motorway they look like a mistake in perspective. Eleven grey boxes, each as long as three football grounds, graded from pale to dark so that they might vanish against the sky. They do not vanish. On a clear day you can see them from another county.

Between 2019 and 2023 Brackley Cross gave permission for 6.8 million square feet. It lies in the middle of everything, an hour from nothing in particular, which was the attraction. The jobs came, some 4,100. So did a roundabout with its own postcode.

Then the arithmetic altered. Shoppers went back to shops in small but sufficient numbers, robots were put in, and leases that were signed for fifteen years turned out to have a way out at five. Number nine has been empty since April. Its lights are on, for the insurance.

The council has had 26 suggestions. They include a vertical farm, a film studio, an indoor ski slope, and, from a pupil at the primary school, the world’s longest corridor for roller skating. Planners noted that this last would need no change of use.

It has been open on Sundays since October. It costs two pounds. I went, and it takes eleven minutes to get to the far end, where someone has put a chair and a man selling tea.`,
  },
  {
    slug: 'founder-sells-to-staff',
    headline: 'She had an offer for £40m. She sold it to the cleaners instead',
    standfirst:
      'And to the drivers, the designers and the woman who does the plants. Why Harriet Bello gave away the firm she loved.',
    by: 'ben-tanaka-moore',
    at: '2026-11-20T07:55',
    tags: ['about:ownership', 'about:work', 'place:bristol'],
    picture: 'desk teal',
    alt: 'A laptop with a rising chart on a desk beside a city window',
    body: `The offer was on one sheet of paper, and it was a very good offer. Harriet Bello took it home, propped it on the piano and ate a boiled egg in front of it. Then she telephoned her solicitor and asked what was the most awkward thing that she could do.

Her company makes the signs in hospitals: the coloured lines, the floor numbers, the arrow that gets you to X-ray. It has 212 employees and no debt. The buyer was a fund which owned a car park operator and, she noticed, two firms that made arrows.

She has sold to a trust on behalf of everybody who works there, at a price that the profits will pay off over nine years. She will get some £31 million in the end, if all goes well, and nothing for a while if not. “People think that I gave it away,” she says. “I gave it credit.”

Things have changed, though less than you would expect. The board has three members from the floor. One is Agnieszka Wrona, who cleans, and who asked at her first meeting why they were heating the sample store. No one knew. It had been 21 degrees in there since 2009.

Bello still comes in on Wednesdays. She has no office and sits wherever there is a chair. Somebody made her a sign for it, with an arrow on either side.`,
  },
  {
    slug: 'skyline-office-flats',
    headline: 'Nobody wanted the 31st floor until they put a door on it',
    standfirst:
      'Half-empty towers are becoming homes all over the city. The hardest part turns out to be the plumbing, and then the lift etiquette.',
    by: 'ben-tanaka-moore',
    at: '2026-11-19T08:10',
    tags: ['about:city', 'about:housing'],
    picture: 'skyline dusk',
    alt: 'A layered city skyline lit at dusk above water',
    body: `An office floor is a lake. It is forty metres from window to window, and the middle never sees the day. You cannot put a bedroom in the middle of a lake, as Gunnar Teague puts it, so the first thing that you do is to dig a hole.

His practice has turned six towers into flats, and each has a shaft of air cut down its centre, like the core out of an apple. It costs a tenth of the floor, and makes the rest worth having. The stair goes round it. So do the pipes, of which a home needs eleven times as many as a desk.

At Corder House, 340 flats were let in seven weeks, two thirds of them to people who used to work there. Nadia Fontes has a kitchen where her manager’s office was. She cooks facing the same view that she used to pretend not to look at.

Not every tower can be saved this way. Sealed glass is dear to open, and low ceilings feel lower in pyjamas. Teague thinks that one in three is possible. There are 94 of them in the city less than half full.

Then there is the lift. In an office, people face the front. At home, it seems, they expect to be greeted. The residents’ committee has put up a notice that says only: “Good evening is enough.”`,
  },
  {
    slug: 'salt-trader-numbers',
    headline: 'The dullest company in the index has beaten it for thirty years',
    standfirst:
      'Varnholt grits roads and softens water. Its annual report is four pages long. Its chairman takes the bus.',
    by: 'wendell-pryce',
    at: '2026-11-18T07:30',
    tags: ['about:markets', 'about:money'],
    picture: 'works snow',
    alt: 'A snowy works yard with a lorry and two people',
    body: `There was one question at the shareholders’ meeting this year. An elderly man asked whether the biscuits had been changed. They had. The chairman of Varnholt, Ottilie Brandt, said that she would look into it, and the meeting closed after nineteen minutes.

Had you put a thousand pounds into the company in 1996 you would have £41,000. The same in the index would have come to £9,600. It digs rock salt from under a hill, sells it to councils, and in thirty years has made two acquisitions, one of which was the field next door.

Analysts find it hard to write about. There is no strategy day. There is a rule that no project may need more than a page to explain, and another that nothing is bought in a warm winter, when everyone is selling salt mines, or in a cold one, when no one is.

The risk is plain enough. Winters are getting milder, and last year the county used a third less grit. Brandt points out that the mine, as it empties, becomes a hole 200 metres down in perfectly dry rock, and that people will pay a great deal to put things there and not have them found: archives, hydrogen, cheese.

She says so without raising her voice. She has a bus to catch. The biscuits, the company confirmed on Friday, are to be put back.`,
  },
  {
    slug: 'bookshop-night-hours',
    headline: 'A bookshop that opens at nine at night is turning a profit',
    standfirst: 'North Quay Books asked when people actually want to read, and changed its hours accordingly.',
    by: 'amara-lindqvist',
    at: '2026-11-17T18:20',
    tags: ['about:retail', 'about:night', 'about:books'],
    picture: 'shopfront dusk North Quay Books',
    alt: 'A bookshop front lit up in the evening',
    body: `By day the shutters are down and there is a card: BACK AT NINE. It has confused two burglars and a good many postmen. It means nine in the evening, when the lamps go on, and stays true until one.

Rosa Lindgren had run North Quay in the ordinary way for six years and lost money in five. What she noticed was the browsing. People came in at lunch, looked at their watches and bought a card. But on the one late night before Christmas they took off their coats.

So she swapped. She lives upstairs, which helps. Sales in the first quarter rose by 60 per cent, and the average customer stays for fifty-two minutes, which is a thing that you can measure if you give everyone a cup of tea and count the cups.

The trade is different, too. Nobody buys a cookbook at midnight. Poetry has gone from a shelf to a wall. There is a brisk business, between eleven and twelve, in long novels to people who have just had bad news, and she has learned to keep a box of tissues by the Russians.

Other shops in the street were doubtful. Then the chip shop stayed open to feed the queue, and the launderette put in a bench. The council is studying what it calls the night-time reading economy. It has asked her for a quiet word in the morning. She has said no.`,
  },
];
