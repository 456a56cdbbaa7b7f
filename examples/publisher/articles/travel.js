export const travel = [
  {
    slug: 'night-train-lisbon-hendaye',
    headline: 'The night train is back, and it is not for people in a hurry',
    standfirst:
      'Lisbon to the French border in thirteen hours, with a proper sheet. We shared a compartment with a cellist and her cello’s ticket.',
    by: 'kasia-nowicka',
    at: '2026-11-24T05:20',
    tags: ['place:lisbon', 'about:trains', 'about:night'],
    picture: 'compartment dusk',
    alt: 'A train compartment with a lamp, and hills at dusk beyond the window',
    body: `The guard at Santa Apolónia wears a glove on one hand, for opening doors. He has been retired for six years and was asked to come back, he says, as though for a war. “Car eleven. Mind the step, it’s from another train.”

So is most of it. The coaches were built in 1982, the engine is hired, and the sheets were made by a convent in Braga. It runs on three nights a week. It has sold out on all of them since it started in September.

At ten the lamps go down, and the bar fills with people who have discovered that they are not tired. There was the cellist, a couple on their way to a divorce in Bilbao who were getting on very well, and a boy with a map on which he was ticking off tunnels.

You sleep the way you do on boats, in instalments. I woke at Salamanca to a man on the platform eating an orange in the dark, and at Burgos to frost. Somewhere near Vitoria the sun came up on the wrong side, and it was a while before I understood that I was lying the other way round.

It costs €89 with breakfast, which is bread, and coffee, and an egg brought in a glove. The aeroplane takes an hour and a half. I cannot remember a single thing about the last one.`,
  },
  {
    slug: 'hill-town-forty-steps',
    headline: 'Vernazzola has one street, 1,140 steps, and no reason to be anywhere else',
    standfirst:
      'The road ends at a car park and a donkey. From there you carry what you need, and soon find that you need less.',
    by: 'kasia-nowicka',
    at: '2026-11-23T12:30',
    tags: ['place:liguria', 'about:coast', 'about:walking'],
    picture: 'hilltown golden',
    alt: 'A coloured hill town above a bay with sailing boats',
    body: `The donkey’s name is Fulvio and he is for luggage, not people. He goes up at ten and at four. In between he stands in the shade with a hat on, and if you are late it is no use talking to him.

Vernazzola is built on a slope so steep that everybody’s front door is level with somebody’s roof. The houses are the colours of old playing cards. Laundry goes across the street on pulleys, and so do messages, small coins and, while I was there, a slice of cake.

There is a beach, of a size for about thirty. There is a church with a ship hanging in it. There are four places to eat, and at three of them you will be given anchovies, which have been fished at night by lamp and taste of nothing that you have had out of a tin.

I had meant to walk on to the next village, and the one after that; there is a famous path. On the first day I was tired from the steps. On the second it was hot. By the third I had a regular table and an opinion about the mayor.

When to go: October, or the first half of May. What to bring: half of what you packed. Fulvio will carry the rest, but you will see him look at it.`,
  },
  {
    slug: 'viaduct-railway-volunteers',
    headline: 'They rebuilt a railway across the top of the country, one arch at a time',
    standfirst:
      'The Strathmoor line shut in 1966. On Saturday, after 31 years of weekends, a train crossed the viaduct with 200 volunteers aboard.',
    by: 'tomas-hallberg',
    at: '2026-11-22T10:15',
    tags: ['place:strathmoor', 'about:trains', 'about:making'],
    picture: 'viaduct meadow',
    alt: 'A green train crossing a stone viaduct among firs',
    body: `The whistle was borrowed, and it stuck. So the first train over Strathmoor viaduct in sixty years went across it in one long scream that was heard in three glens, and nobody on board made the least effort to stop it.

When the line shut they sold the rails and left the stone. Seventeen arches, 29 metres high, with birches growing out of the top. In 1995 eleven people met in a hotel and resolved to cut down a tree.

They have since relaid 22 miles of track. A retired judge does the signals. The sleepers came from a line in Poland, by canal. For nine of those years they were held up by a pair of ospreys on the fourth pier, around which they built, in the end, a detour for the scaffolding.

I rode in the second coach beside Effie McRae, who is eighty-eight and was on the last train in 1966. She had the ticket. She remembered it as colder. Half-way across she asked for the window to be opened, put out her hand and patted the parapet.

There will be four trains a day from April, with a request stop at the hotel. It takes fifty minutes, and in all that time you will see one road, and it will be a long way down and going somewhere else.`,
  },
  {
    slug: 'slow-ferry-fjords',
    headline: 'Thirty-four stops in six days on the mail boat to the edge of the map',
    standfirst:
      'It carries letters, a dentist and, when the weather allows, passengers. Bring a jersey and low expectations of lunch.',
    by: 'kasia-nowicka',
    at: '2026-11-21T07:50',
    tags: ['place:norway', 'about:ferries', 'about:coast'],
    picture: 'ferry noon',
    alt: 'A white ferry on a blue fjord with gulls',
    body: `We stopped at 03.15 for a refrigerator. I know because I was on deck, being unable to sleep for the light, and I saw it lowered on to a quay where a man in slippers signed for it. He looked up, raised a hand to me as though I had brought it, and wheeled it away into the hill.

The mail boat has gone up this coast since 1893. It is not a cruise. There is no entertainment, unless you count the dentist, who sees patients in cabin six and will describe them over dinner without naming names.

The stops last from four minutes to an hour. You learn the drill: the slap of the rope, the forklift, the dog that belongs to no one and rides between the same two harbours every Tuesday. If you get off to look at a church you keep one ear on the engine.

On the fourth day we crossed a stretch of open water, and the plates were put away without remark. On the fifth the mountains came down on both sides, and it was so still that the wake reached the shore and came back to us.

At the last stop there are nine houses and a pole. Everybody had come to meet us, because we had the post. A girl of about seven asked me what I had brought. I gave her my newspaper, and she looked through it to see if there was anything about them.`,
  },
  {
    slug: 'canal-city-by-bread',
    headline: 'See Dessel by its bridges: a walk with forty-one crossings and one good lunch',
    standfirst: 'The canal city has been loved nearly to death. Go in the rain, on foot, and follow the postman.',
    by: 'ines-duarte',
    at: '2026-11-20T09:05',
    tags: ['place:dessel', 'about:walking', 'about:city'],
    picture: 'canal storm',
    alt: 'Gabled houses and a bridge over a canal under dark clouds',
    body: `Every guide to Dessel tells you to go early or late. I would say: go when it is raining. The boats stop, the umbrellas with flags on them go indoors, and the canals, which are only ever as good as the sky, turn the colour of pewter.

My guide was Wouter, who delivers letters in the Old Ward and finishes at eleven. He will walk with anybody who keeps up. His round takes in forty-one bridges, of which he considers nine to be necessary.

He knows the city by its doors. This one sticks; that has a cat. Here is a house three metres wide where six children grew up, sleeping, he says, like spoons. On the Weavers’ Quay there is a mark cut in the stone at the height of your chin, and the year 1682, and a newer one at your knee.

Lunch is at a bar without a sign by the fish market: pea soup that you could stand on, rye bread and bacon, and a small glass of something for your chest. They close when it is finished.

By two the rain had gone, and the flags were coming over the bridge. Wouter shook hands and went home to bed. I stood for a while at a crossing that he calls unnecessary. It goes from nowhere much to a wall. It has the best view in the city.`,
  },
  {
    slug: 'balloon-valley-dawn',
    headline: 'Up at four to float over Karasu: is the balloon worth it?',
    standfirst:
      'A hundred and twenty of them rise from the valley on a still day. Our writer, who dislikes heights, went up in one.',
    by: 'rafael-ombuto',
    at: '2026-11-19T05:30',
    tags: ['place:karasu', 'about:views'],
    picture: 'balloons dawn',
    alt: 'Striped balloons over rock chimneys at dawn',
    body: `You do not feel it leave the ground. I had been waiting for that, holding on to the rim of the basket with both hands, and when I next looked the field was a tablecloth and a dog on it was barking without sound.

Karasu’s rocks are ash, laid down by three volcanoes and then carved by rain into chimneys, some of which have been houses. From the road they are strange. From above, at walking pace, with the sun coming in along the floor of the valley, they are like a crowd that has turned round.

The pilot was called Demet. She steers by going up and down, there being a different wind on every floor. At one point she let us sink between two pinnacles until I could have picked an apricot. At another we were at nine hundred metres, and someone asked how high we were, and four people said: “Don’t.”

It is expensive: about €180, and more at weekends. It is cancelled one day in three. You are woken at four and given a bun. The landing was on to a trailer, which she hit to the centimetre while talking about her sister.

Is it worth it? I have thought about those three minutes between the rocks on every morning since. I should still rather not have been told about the dog, which was Demet’s, and had followed us by road.`,
  },
  {
    slug: 'lake-cabin-no-signal',
    headline: 'Four nights at a cabin with a stove, a rowing boat and no bars',
    standfirst: 'Finland will rent you silence by the night. It takes until Wednesday to stop hearing it.',
    by: 'kasia-nowicka',
    at: '2026-11-18T10:45',
    tags: ['place:finland', 'about:quiet', 'about:winter'],
    picture: 'lake night',
    alt: 'A lit cabin beside a moonlit lake below mountains',
    body: `The key is under a bucket, and the bucket is marked on the map. There is a stove, an axe, eleven books in Finnish and a visitors’ book in which the previous guests, from Osaka, have drawn a very exact owl.

On Sunday I checked my telephone forty times. I know this because it told me so, later. There was nothing to check; it was a way of holding hands. On Monday I put it in the flour tin, and then kept opening the flour.

What fills the space is wood. You split it, stack it, carry it in and burn it, and by then it is time to split some more. I had thought of this as a chore and found that it was the day. In between I rowed out to the middle and sat there until I got cold.

On Wednesday morning I noticed that I could hear snow. Not falling: settling, a kind of tick, as it found its place on the jetty. I had been awake for some time, and could not have told you what I had been thinking about.

There are some 200 such cabins, from €60 a night. You can have electricity for more. On the last evening I wrote in the book. I tried to draw the lake, gave up, and wrote down in capitals, for whoever is next, that the owl is real.`,
  },
  {
    slug: 'walking-pilgrim-shoes',
    headline: 'The cobbler at kilometre 412 has seen what you are carrying',
    standfirst:
      'Most pilgrims on the Camiño Vello reach Anxo Ferreiro with the same three problems. Only one is shoes.',
    by: 'ines-duarte',
    at: '2026-11-16T08:30',
    tags: ['place:galicia', 'about:walking', 'about:repair'],
    picture: 'viaduct golden',
    alt: 'A train on a viaduct in golden light above wooded hills',
    body: `By the time they reach the village of Outeiro they have been walking for eighteen days, and they can hear his hammer from the bridge. Anxo Ferreiro has the door open in all weathers. He does not look at your face to begin with. He looks at how you come in.

Problem one is the heel. He cuts a piece of felt the size of a coin, and it costs two euros. Problem two is the boots themselves, which are too new or too clever, and he has a row of mended ones along the wall that you may take in exchange, if you leave yours.

Problem three is the bag. He asks you to put it on the scale by the stove. Then he asks, quite gently, for you to take out whatever you have not touched since the start. People weep. He has a cupboard for it: hairdryers, a bust of Schiller, an iron, letters.

Everything is labelled and may be collected on the way home. Some four in ten come back. He has posted a wedding ring to Seoul, and had a card.

I left a camera there, and a jersey that I had been saving for the cold. It was cold by evening. On the ridge above Outeiro a railway crosses the valley, and as I stood there without a camera, a train came over the arches in the last of the sun, very slowly, and I saw it.`,
  },
];
