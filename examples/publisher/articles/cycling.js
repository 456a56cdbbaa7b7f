export const cycling = [
  {
    slug: 'girona-off-season',
    headline: 'In Girona, the quiet months are when the work gets done',
    standfirst:
      'The café terraces empty in November and the professionals stay. A week on the roads above the Ter with riders who have nowhere to be until February.',
    by: 'ines-duarte',
    at: '2026-11-24T05:40',
    tags: ['place:girona', 'about:training'],
    picture: 'climb dawn',
    alt: 'Two riders on a winding mountain road at dawn',
    body: `At seven in the morning the only open door on Carrer de les Ballesteries belongs to a baker, and the only customers are wearing bib tights. Nobody talks about racing. They talk about rain on the coast road, about a dog that chases wheels near Sant Martí, and about whether the descent from Els Àngels is dry enough to trust.

The tourists who fill the city in May see the sport as a parade. What they miss is November: five hours at a pace a club rider could hold, repeated until the legs forget there was ever any other speed. “You are building the floor of the house,” says Marta Escudé, who has lived here for nine winters. “No one photographs a floor.”

On Wednesday we rode to the reservoir at Susqueda with her group of four. The plan was written on a strip of tape along her top tube: 174 kilometres, no effort above tempo, one stop. The stop was a bar with a wood stove and a television showing a cookery programme, where the owner keeps a shelf of riders’ mugs with names painted on the handles.

Escudé broke her collarbone twice in 2025 and considered leaving. She stayed because of the quiet. In summer she is a number with a race radio; in winter she chooses the road. She says she has ridden the same loop perhaps three hundred times and could not draw you its profile, only where the light falls at each hour.

By four the sun had slipped behind Rocacorba and the group split without ceremony at the ring road. Nobody had attacked and no one had won. Escudé looked at the screen, cleared it without saving, and went in to peel potatoes.`,
  },
  {
    slug: 'last-lugged-steel',
    headline: 'The last man in Vorne who brazes a frame by eye',
    standfirst:
      'Pieter Aldous has built 2,113 bicycles and kept a drawing of every one. He is looking for somebody patient enough to build number 2,114.',
    by: 'amara-lindqvist',
    at: '2026-11-23T16:20',
    tags: ['place:vorne', 'about:making'],
    picture: 'workshop terracotta',
    alt: 'A bicycle on a workstand under a lamp in a tool-lined workshop',
    body: `The torch comes on with a pop, and Pieter Aldous stops talking. For ninety seconds he watches a ring of silver run around a joint the size of a wedding band. When it has closed the circle he takes the flame away, counts to twelve, and remembers that he has a visitor.

His workshop stands behind a chemist’s in Vorne and has done since 1979. The jig was his uncle’s. The drawings, in pencil on card, fill eleven shoeboxes: rider’s name, inside leg, a line about how they sit. “Stiff neck, likes to look at birds,” reads number 884.

Orders slowed when carbon arrived and then, oddly, came back. There is now a wait of two and a half years, and the people on it are mostly under forty. They have owned three or four plastic bikes, he says, and want to stop choosing.

What he cannot find is a successor. He has had seven apprentices. Four became nurses, which he thinks is no accident: the same hands, the same attention. The longest stayed nineteen months and left for a firm that builds satellites.

Aldous will be seventy-four in March and has no intention of stopping before the list ends. If you write to him, he asks that you do not send a résumé. Send something you have made, and a note on what is wrong with it.`,
  },
  {
    slug: 'cobbles-insurance',
    headline: 'Why a farmer’s insurance policy may move the Cobbled Classic',
    standfirst:
      'Two kilometres of nineteenth-century stone belong to a beet grower, and his underwriter has noticed what happens on them every April.',
    by: 'tomas-hallberg',
    at: '2026-11-23T06:05',
    tags: ['place:flanders', 'about:money', 'race:cobbled-classic'],
    picture: 'flats mist',
    alt: 'A bunch of riders on a cobbled road between poplars',
    body: `The road is called the Kasteeldreef, and for 363 days of the year its traffic is a tractor. On the second Sunday of April it carries 175 racing cyclists, forty cars, a helicopter’s shadow and some eleven thousand people, several hundred of whom stand in Joris Vanhecke’s sugar beet.

Mr Vanhecke likes the race. His grandfather pulled riders out of the ditch in 1931 and the family has kept a wheel. But in September his insurer wrote to say that the policy covering the farm would no longer extend to “any mass event on unmade surfaces”, and put the price of a separate one at €46,000.

The organisers have offered half. The province, which listed the stones as a monument in 1994 and so forbids anybody to repair them with anything but other stones, has offered a working group.

Other sectors are in the same position. Of the seventeen cobbled stretches on the route, nine cross land in private hands, and the letters have gone out to at least five. One owner has already put up a gate, which he describes as being for cattle. He has no cattle.

The race director, Lieve Daems, walked the Kasteeldreef with Mr Vanhecke on Friday. They agreed on the beauty of it. A decision is due in January, and the alternative road, she admits, is very smooth.`,
  },
  {
    slug: 'cargo-bike-removals',
    headline: 'Three sofas, one piano, no van: the removals firm that moves by bike',
    standfirst: 'A cooperative in Ghent says it can shift a two-bedroom flat in an afternoon. We gave them ours.',
    by: 'amara-lindqvist',
    at: '2026-11-22T09:30',
    tags: ['place:ghent', 'about:city'],
    picture: 'street golden',
    alt: 'A bicycle leaning against a sunlit wall below shuttered windows',
    body: `The estimate arrives as a drawing. It shows our flat as a stack of crates on five bicycles, each with a rider’s name beneath it, and a sixth, smaller bicycle marked “cactus”. The price is €410, which is sixty less than the van.

Moving day begins with geometry. Noor Baptiste, who founded the cooperative with two former couriers, walks through the rooms with a folding rule and her lips moving. The wardrobe must come apart. The bookshelves need not. The piano, an upright that we had assumed was the end of the experiment, is greeted with something like joy.

It travels on a trailer made from a hospital bed, with one rider pulling and two walking. The route avoids every tram track and all but one hill. On the hill people come out of a barber’s to push, and a man who has been shaved on one side only tells us that he once moved a pig this way.

There are limits. They will not carry fridges full of food, aquariums, or anything further than twelve kilometres. They stop for lightning. Two of our plates broke, and both were in a box that we had packed ourselves.

By half past four the beds were up. Baptiste sat on the step eating a pear and filling in a form for the city, which pays the firm eleven euros for each van that did not come. “The drawing was wrong about the cactus,” she said. It had travelled in a front basket, with a view.`,
  },
  {
    slug: 'hour-record-teenager',
    headline: 'Fifty-four kilometres and a chemistry exam: the hour record’s new name',
    standfirst:
      'Nineteen-year-old Freya Okonjo-Lund broke the under-23 mark by 611 metres. She had revision to do on the train home.',
    by: 'tomas-hallberg',
    at: '2026-11-21T20:45',
    tags: ['place:aarhus', 'rider:okonjo-lund'],
    picture: 'velodrome cream',
    alt: 'Four riders circling the boards of an indoor track',
    body: `For the first twenty minutes the bell-ringer thought the clock had gone wrong. The laps were arriving every 16.4 seconds, which was faster than the schedule taped to his table, faster than the schedule anyone had been given, and, as he told me later, faster than he could comfortably write.

Freya Okonjo-Lund had settled on her own schedule that morning and told only her coach. The public one was for the cameras. “If people know your plan they feel sorry for you when you fall behind it,” she said. “I didn’t want to hear anybody being sorry.”

She took up the track at fifteen because the nearest road race was two ferries away. Her first coach, a retired harbour pilot, taught her to count instead of looking at a screen, and she still rides with a strip of tape across the display.

The hour hurts in a particular order, she explained: hands at ten minutes, neck at twenty-five, and then from forty a narrowing, as though the track were being rolled up. At fifty-two minutes the crowd stood. She noticed only because the light changed.

The final figure was 54.318 kilometres. The celebration was brief. There was a chemistry paper on Monday, and a train at 21.10, and somebody had to carry the wheels.`,
  },
  {
    slug: 'village-criterium-returns',
    headline: 'After eleven years, Monte Alvo gets its bike race and its bunting back',
    standfirst:
      'The Sunday criterium died with the sponsor that made ironing boards. The village has brought it back with raffle tickets.',
    by: 'ines-duarte',
    at: '2026-11-20T08:15',
    tags: ['place:monte-alvo', 'about:village'],
    picture: 'village noon',
    alt: 'Riders passing in front of a village church hung with bunting',
    body: `Sixteen corners, 840 metres, and a fountain that nobody has ever agreed to move. The Monte Alvo criterium used to be famous among professionals for paying in cash on the night, and among surgeons for other reasons.

It stopped in 2015, when the ironing-board factory closed. The bunting went into the church loft. The finish line, painted each year on the same cobbles, wore down to a pale bar that children used for standing jumps.

What changed was a raffle. Dona Albertina Reis, who is eighty-one and has the haberdashery, began selling tickets for a ham. The ham was raffled forty-four times. Several winners gave it back. By last spring there was €19,000 in the parish account, and a treasurer who thought that he should perhaps tell somebody.

On Sunday there were 62 starters. The mayor held the flag upside down. A nineteen-year-old from Viseu won by the width of a tyre from a man of thirty-eight who had ridden here in 2009, and who wept at the fountain, where everyone could see him, and did not seem to mind.

The prize was paid in cash. The ham, now in its second year, was shown to the crowd from the balcony of the town hall and received the loudest cheer of the day.`,
  },
  {
    slug: 'puncture-kit-economics',
    headline: 'What a €4 puncture kit teaches you about a €12,000 bike',
    standfirst:
      'A mechanic’s case for learning five repairs, forgetting the rest, and never again pushing home in cleats.',
    by: 'amara-lindqvist',
    at: '2026-11-20T05:50',
    tags: ['about:repair', 'about:making'],
    picture: 'workshop indigo',
    alt: 'A red bicycle on a stand in a blue-walled workshop',
    body: `Every Saturday, somebody carries a bicycle into Yusuf Demirel’s shop as though it had been shot. It has a flat tyre. The bicycle costs more than his van, and its owner has never taken off a wheel.

Demirel does not laugh, because he thinks that it is the industry’s fault. Bikes have been sold for a decade as appliances, sealed and clever. You are not supposed to open the fridge. So people stop believing that their hands are part of it.

His course is free, lasts two hours and teaches five things: mend a tube, true a wheel enough to get home, join a chain, centre a brake, and stop a creak by cleaning whatever you were about to replace. Ninety per cent of the work that he is paid for, he says, is on that list.

The rest he would rather you left alone. Hydraulics, headsets, anything with a torque figure printed in red. The skill is in knowing which side of the line you are on, and the line is generous.

The €4 kit, with its stub of chalk and its square of sandpaper, has not changed since his father’s time. Roughen, glue, wait, press. It is the waiting that people get wrong. “They’re so afraid it won’t work,” he says, “that they don’t let it dry.”`,
  },
  {
    slug: 'night-commuters-helsinki',
    headline: 'Minus fourteen and a headwind: the commuters who will not take the tram',
    standfirst:
      'Helsinki ploughs its main cycle routes before its roads. On the coldest morning of the month, 31,000 people thanked it by turning up.',
    by: 'tomas-hallberg',
    at: '2026-11-19T07:25',
    tags: ['place:helsinki', 'about:city', 'about:winter'],
    picture: 'climb snow',
    alt: 'Cyclists on a snowy winding road between firs',
    body: `The counter at Baana ticks over like a petrol pump. It is 07.40, the thermometer reads minus fourteen, and in the past ten minutes 212 people have ridden by with ice in their eyelashes.

“The trick is not the clothes,” says Aino Rautala, a radiographer, who has stopped only because I am standing in the way. “The trick is that the snow is gone.” The city sends its brushes out at three, on the cycle routes first, because a car can manage five centimetres and a bicycle on ruts cannot.

The brushing costs €8.7 million a year for the priority network. Against that the council sets an estimate from its own health service: sixty fewer hip fractures than in a comparable winter, most of them among people on foot, who also prefer a path that has been swept.

There are complaints. Brine rots chains, and the man who runs the repair stand at Pasila says he sells a winter’s worth of them in a fortnight. Drivers point out, correctly, that their side streets wait until noon.

Rautala has ridden this way for six years and keeps a list of mornings when she gave up. It has four entries. Two are for weather. The others say “cat” and “lazy”.`,
  },
  {
    slug: 'women-alpine-queen-stage',
    headline: 'Four passes in a day: the women’s Alpine tour finds its monster',
    standfirst:
      'Next July’s queen stage has 5,140 metres of climbing, a gravel summit and no television break. The riders asked for it.',
    by: 'ines-duarte',
    at: '2026-11-18T12:00',
    tags: ['place:alps', 'race:alpine-tour', 'about:women'],
    picture: 'climb golden',
    alt: 'Riders climbing towards golden peaks',
    body: `When the map went up on the screen in Grenoble there was a short silence, then whistling, and then somebody at the back began to count the chevrons out loud. There are nine. Stage six of the women’s Alpine Tour will cross four passes in 148 kilometres and finish on a military track above the tree line.

For years the complaint was that organisers gave the women’s peloton shorter, kinder roads and then remarked on the lack of drama. The riders’ association replied last winter with a document of two pages. Its title was “Harder, please”.

Not everybody signed. Sprinters pointed out that a time cut on such a day could send home a third of the race, and team doctors wanted a cap on the hours above 2,000 metres. Both got something: a wider cut, and a feed zone before the last climb.

The final eight kilometres are loose stone. Recce riders in September reported two lines, one of them good. “You’ll know which is yours when you’re on the other one,” said Hanneke Roos, who finished third last year and went home to buy wider tyres.

The director was asked whether the stage might be too much. She said that she had been asked the same of every stage for ten years, and that she had saved the letters.`,
  },
];
