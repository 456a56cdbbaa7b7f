export const food = [
  {
    slug: 'bakery-night-shift',
    headline: 'The bakery that sells nothing after eight in the morning',
    standfirst:
      'Nurses, dockers and people who cannot sleep: who buys bread at four, and why Odessa Brandão will not open any later.',
    by: 'odile-marchetti',
    at: '2026-11-24T05:05',
    tags: ['place:lisbon', 'about:bread', 'about:night'],
    picture: 'bakery terracotta',
    alt: 'Loaves on a floured bench before a glowing oven',
    body: `The light goes on in the Rua da Bica at half past two, and by three there is somebody leaning on the wall. No one queues. They lean, and Odessa Brandão passes things out of the window in the order in which she likes them.

She has been told to open in the day. There are tourists in the day, and they would pay four euros for a loaf that she sells for one-eighty. Her answer is that bread which is eight hours old has a different job, and that she does not bake that sort.

The oven was built in 1938 and holds ninety loaves. She works alone except on Fridays, when her nephew comes and is shouted at. The dough is made at six the evening before: wheat, a fifth of rye, water from the tap, and a starter that she describes as “moody but loyal”.

Her regulars are the night. A radiologist, two men from the container terminal, a woman who dances. A taxi driver who has never once bought bread but parks outside, with his window down, from four until ten past.

At eight she hangs up the cloth. If anything remains it goes to the school. There has been something left, she says, three times: twice for football, and once when it snowed and everybody stood in the street looking up.`,
  },
  {
    slug: 'soup-that-built-a-street',
    headline: 'Eat at counter six: the noodle soup that saved a covered market',
    standfirst: 'It was down for demolition. Then a retired welder started simmering bones at five in the morning.',
    by: 'rafael-ombuto',
    at: '2026-11-23T10:05',
    tags: ['place:penang', 'about:street-food'],
    picture: 'noodles teal',
    alt: 'A steaming bowl of noodles under paper lanterns',
    body: `There are no menus at counter six because there is nothing to choose. You sit down, a bowl arrives, and if you have been before, it arrives as you like it. Mr Lim has a memory for this and for nothing else. He calls all his customers “chief”.

The broth is prawn heads and pork bones, nine hours, with rock sugar and dried chillies that he toasts on the lid. It is the colour of brick. Half an egg, a few leaves of water spinach, two kinds of noodle. It costs six ringgit and he apologises for that.

In 2021 the market had thirty-one empty stalls and a notice on the gate. Mr Lim had just retired from the shipyard and was bored. He took counter six since it had a working drain. Within a year there was a line; within two, people who were tired of standing in it had begun to buy vegetables.

There are now three empty stalls. The notice came down in June, on the quiet. A woman who sells fishing line told me that she used to do her accounts in an hour and now has to stop for lunch.

He is training his daughter-in-law, who was an auditor, and who has written the recipe down for the first time. He has read it. He says that it is all correct, and that it will not work.`,
  },
  {
    slug: 'salt-cellar-still-life',
    headline: 'In praise of the dull Tuesday supper',
    standfirst: 'Lentils, an onion, the end of a sausage. A case for cooking that nobody will ever photograph.',
    by: 'odile-marchetti',
    at: '2026-11-22T16:00',
    tags: ['about:home-cooking', 'about:recipe'],
    picture: 'still terracotta',
    alt: 'A still life with bottles, fruit, a jug and a loaf',
    body: `No one has ever asked me for the recipe for what we ate last Tuesday. It was brown. It came out of one pan, and the children had seconds, and by nine o’clock I could not have told you what it was without looking at the pan.

I have come to think that this is the highest form of cooking. A feast is easy: everybody is on your side. On Tuesday people come to the table with wet shoes and long division, and you have twenty-five minutes and an onion.

So. Warm some oil, more than you think. Slice the onion and give it the whole of the time that it takes to find the homework. Put in the end of the sausage, cut small, and a spoon of tomato paste, and let that darken until it smells of something. Two mugs of lentils, five of water, a bay leaf.

Then leave it. The leaving is the recipe. Forty minutes later, a splash of vinegar and a great deal of black pepper, and whatever green thing is going soft in the drawer. Eat it from bowls, since it does not deserve plates.

It will be better on Wednesday, of course. But on Wednesday somebody will have had a nice day and want pancakes.`,
  },
  {
    slug: 'copper-pan-village',
    headline: 'Every copper pan in this kitchen has been repaired at least twice',
    standfirst:
      'In Montarrenti the tinsmith still comes in November with a cart. The restaurants set their calendars by him.',
    by: 'odile-marchetti',
    at: '2026-11-21T08:40',
    tags: ['place:tuscany', 'about:making', 'about:repair'],
    picture: 'kitchen cream',
    alt: 'Copper pans above a stove with two steaming pots',
    body: `You hear him before you see him. The cart has iron rims, and the street in Montarrenti is steep, and for an hour on the first Monday after All Souls there is a sound like a very slow tram. Doors open. Women come out carrying saucepans against their hips.

Egisto Nardi lines copper with tin. He scours the pan with sand, heats it over a gas ring in the road until a drop of water dances, throws in a pinch of sal ammoniac, and then wipes a stick of tin around the inside with a fistful of cotton. It takes four minutes, and you cannot look away from it.

A good lining lasts for five or six years. A pan lasts for ever, says Nardi, who has one from 1811 in the cart and will not sell it. He charges by the diameter.

The restaurant at the top of the hill brings him forty-three. The chef, Ilaria Bandini, has tried steel and the clever coatings. They are all very well, she says, until you want to stop something. Copper listens. You lower the flame and the sauce has already heard.

Nardi has a pupil this year, a young man from Arezzo with a degree in materials, who asks him about temperatures. He has no idea. “When it goes the colour of an old coin,” he says. “Before it goes the colour of a new one.”`,
  },
  {
    slug: 'sunday-table-long',
    headline: 'A table for forty, set in the road, every Sunday since the flood',
    standfirst:
      'When the water went down, Rue Basse had one working stove. It has never quite gone back to eating indoors.',
    by: 'rafael-ombuto',
    at: '2026-11-20T12:30',
    tags: ['place:liege', 'about:village', 'about:home-cooking'],
    picture: 'plates terracotta',
    alt: 'A chequered table laid with pasta, salad, soup and a tart',
    body: `The stove belonged to Madame Thiry at number nineteen. It was on the first floor, so it had stayed dry. On the third day after the flood she put a pan of something on it, and carried it down, and set it on a door that somebody had laid across two bins.

That was in July 2021. There were eleven people at the door. By the end of the month there were forty, with a second door, and a rota for washing up that has been amended thirty times and is kept in a frame.

Kitchens came back one at a time. It was assumed that the table would end when they did. “We said, well, until the Renards have their sink,” says Thiry. “Then they had their sink and they came with a cake.”

The rules are few. You bring a dish that you would be glad to eat cold. You do not sit beside the person you arrived with. Nobody may mention the insurance. When it rains there is a tarpaulin, and when it freezes there is soup, and the road is closed by means of a child with a flag.

Last Sunday’s dishes: chicory with ham, a lamb thing with apricots from the new family at number four, two potato salads that were not speaking. I counted forty-six people. There was a door to spare.`,
  },
  {
    slug: 'market-apple-detective',
    headline: 'The apple detective of Kestrel Market',
    standfirst:
      'Bring her a fruit from an old tree, and Dilys Pugh will tell you its name. Eleven times she has had to say that it had none.',
    by: 'rafael-ombuto',
    at: '2026-11-19T06:50',
    tags: ['place:kestrel', 'about:orchard', 'about:archive'],
    picture: 'market golden',
    alt: 'Striped awnings over crates of fruit in a market square',
    body: `The stall is a card table with a lamp on it, between the cheese and the man who sharpens knives. There is a sign: BRING ME YOUR APPLES. By ten there is a line of people with carrier bags, looking as if they were waiting for test results.

Dilys Pugh turns each fruit over first, to see the eye. Then the stalk, then the skin against the light. She cuts it across the middle and studies the star. She smells it. She tastes it last, and often not at all. “Catshead,” she says. “Your tree will be a hundred and ten or so. You want to take that ivy off.”

There were once 2,300 named kinds in the county, and there may be 700 now. Most of the lost ones are not extinct, in her view, but mislaid: standing in a garden behind a garage, dropping fruit on to a trampoline.

Eleven times she has come to the end of her books without an answer. Those went to a laboratory, and the laboratory found no match either. The owners were allowed to choose names. We therefore have a Shirley’s Mistake, and a Number 44 Bus.

At one o’clock a boy of about nine put down a small yellow apple with a russet cheek. She cut it, was silent, and then asked him very carefully where he had found it, and whether anyone was planning to build there.`,
  },
  {
    slug: 'vineyard-fire-smoke',
    headline: 'What smoke does to a grape, and the winemaker who kept the vintage',
    standfirst:
      'The fires stopped two fields short. Everyone told Teodor Castellan to throw it away. He bottled it and told the truth on the label.',
    by: 'odile-marchetti',
    at: '2026-11-18T09:20',
    tags: ['place:douro', 'about:wine', 'about:heat'],
    picture: 'orchard golden',
    alt: 'Rows of vines on a golden hillside below a farmhouse',
    body: `You cannot smell it on the fruit. That is what makes it cruel. The grapes in September were sweet and whole, and it was not until the yeast went to work that the cellar filled with the scent of a hearth on the morning after.

The compounds bind to sugar in the skin and stay hidden until fermentation lets them go. There are treatments, with charcoal, which take out the smoke and most of what you would have wanted to keep. Teodor Castellan tried one barrel and poured it on the drive.

Of his neighbours, six sold the crop for distilling. He kept his because his father, who planted the upper rows, had died in the week before the fire, and because he could not stand to have a year with nothing in it.

He pressed the fruit gently and left the skins out. He called it Agosto, put the date and the wind direction on the front, and asked a price that he thought might cover the glass. It tastes of plums, and rain on a grate. It is not a flaw that you forget; nor, after the second glass, one that you would take away.

All 3,100 bottles went in nine days, many of them to people in the valley. He has been asked to make it again. He has said, with some force, that he hopes not to.`,
  },
  {
    slug: 'school-lunch-revolution',
    headline: 'She replaced the fish fingers with mackerel. Then she waited',
    standfirst: 'A head cook, 420 children, and the long diplomacy of getting seven-year-olds to like a beetroot.',
    by: 'rafael-ombuto',
    at: '2026-11-17T11:15',
    tags: ['about:school', 'about:health', 'place:malmo'],
    picture: 'kitchen sage',
    alt: 'A bright kitchen with pots, fruit bowl and hanging pans',
    body: `On the first day 391 of them went into the bin. Birgitta Solberg counted. She had grilled the mackerel with lemon, and it was very good, and she ate two portions herself at three o’clock out of what she admits was spite.

She is head cook at a primary school in Malmö, with a budget of €2.10 a plate. She took the job after fourteen years in restaurants, where, she says, you never have to see the same critic every day until he is twelve.

What worked was not hiding things. Children can smell a disguise. What worked was asking. She picked ten of the loudest objectors, gave them hairnets, and let them plan a week. They chose tacos, naturally, but they also argued for an hour about whether a fish could be a taco.

Then there is the rule of the one bite, which is never called a rule. A board by the hatch has a magnet for every child. You move yours along a square when you have tasted something new, whether or not you liked it. The beetroot square was empty until February.

Last Monday there was mackerel. Eighty-eight went into the bin, and there was a complaint that it had run out. Solberg has had the complaint, which is in orange crayon, put under glass.`,
  },
  {
    slug: 'orange-grove-cooperative',
    headline: 'How Ribera’s orange growers stopped competing and started answering the phone',
    standfirst: 'Sixty families, one telephone number, and a box that comes when the fruit is ready and never before.',
    by: 'odile-marchetti',
    at: '2026-11-16T06:15',
    tags: ['place:sicily', 'about:orchard', 'about:money'],
    picture: 'still cream',
    alt: 'A table with fruit, bread, bottles and a jug of flowers',
    body: `For years the lorries from the north set the price, and the price was eleven cents. At eleven cents it is cheaper to let oranges fall. In the winter of 2018 the ground around Ribera was bright with them, and you could smell it from the sea.

Nunzia Montalbano had a telephone and a cousin in Vienna. She asked the cousin to ask her building whether anybody would like a box. Thirty-eight people would. She drove it there herself, in a borrowed van, and when she came back there was a list of two hundred.

There are now sixty families in it and some 90,000 boxes a winter. The families are paid seventy cents a kilo. No one is taken on who will not also take a turn on the telephone, because, she says, you pick differently once you have had to explain a bad orange to a lady in Graz.

The fruit is not graded for looks. It goes when it is ripe, and customers are told the week and not the day. In 2024 it was three weeks late. Eleven people cancelled. Four hundred wrote to ask whether everything was all right.

Montalbano has been offered money for the list by a supermarket chain. She keeps the letter beside the phone, to read while she is on hold.`,
  },
];
