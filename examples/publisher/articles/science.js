export const science = [
  {
    slug: 'octopus-garden-heater',
    headline: 'The warm spot on the seabed where twenty thousand octopuses go to wait',
    standfirst:
      'A leaking volcano shortens their brooding by years. A submersible crew spent 40 dives learning why that is worth the risk.',
    by: 'marguerite-oyelaran',
    at: '2026-11-24T04:55',
    tags: ['place:pacific', 'about:ocean', 'about:wildlife'],
    picture: 'deepsea noon',
    alt: 'A yellow submersible lighting coral and jellyfish',
    body: `At 3,200 metres the sea is two degrees above freezing and the dark is complete, until the lights of the submersible come over a ridge and the rock ahead turns out to be octopuses. They are the size of grapefruit, pearl-coloured, upside down, and each is wrapped around a clutch of eggs.

There are about twenty thousand. They have come to this slope because it leaks. Water warmed by an old volcano seeps from cracks at eleven degrees, and every mother has settled exactly where she can feel it.

In water of two degrees, eggs of this kind should take five to eight years to hatch. On the warm spot they take twenty-one months. The team proved it by sitting still: forty dives, the same sixty nests, the same scars on the same arms.

A mother does not eat while she broods, and dies when the young leave, so each month saved is a month in which she might have starved. The price is crowding. Shrimps and snails patrol the edges, and a nest that is left for an hour is gone.

“It looks like tenderness,” said the pilot, Rosalind Achebe, of the way that they fan the eggs. “I’ve decided I don’t mind what it is.” The seep was found by accident, when a camera was left running on the way home.`,
  },
  {
    slug: 'radio-array-whistle',
    headline: 'Astronomers heard a whistle every 54 minutes. It was not the microwave',
    standfirst:
      'The slowest pulse ever recorded comes from something that should have fallen silent. There are three theories, and a wager.',
    by: 'hana-brzezicki',
    at: '2026-11-23T08:30',
    tags: ['place:karoo', 'about:space'],
    picture: 'observatory night',
    alt: 'An observatory dome and radio dishes beneath the Milky Way',
    body: `The first thing they did was to unplug the microwave oven. The second was to check the fence, because fences sing. When the signal came back at 02.14, and again at 03.08, and at 04.02, Thandeka Mokoena wrote on the whiteboard: “Not us.”

Whatever it is lies some 15,000 light years away and shouts once every 53.8 minutes. Pulsars, the spinning cinders of dead stars, do it in seconds or less. One turning so slowly ought not to have the energy to make a sound.

Theory one: a magnetar, a dead star with a monstrous magnetic field, braked by debris. Theory two: a white dwarf with a companion whose orbit happens to sweep a beam across us. Theory three is referred to in the group as “the drawer”, and is where you put things if both of the others fail.

The difficulty is that the source keeps changing its mind. It has three moods: bright, faint and off. It has twice been off for a fortnight, both times after telescope time had been granted.

Mokoena has a case of wine staked on the white dwarf. The decisive observation, of a faint glow in the infrared, is booked for February. The microwave has been moved to another building, to be on the safe side.`,
  },
  {
    slug: 'glass-that-heals',
    headline: 'A glass that mends its own cracks, found by leaving the kettle on',
    standfirst:
      'A forgotten experiment in a Porto laboratory set overnight into something clear, hard and, under gentle heat, forgiving.',
    by: 'marguerite-oyelaran',
    at: '2026-11-22T13:15',
    tags: ['place:porto', 'about:materials'],
    picture: 'glassware sage',
    alt: 'Flasks of coloured liquid on a laboratory bench',
    body: `Duarte Pimentel left the lab at six to collect his daughter and did not think of the beaker until breakfast. It had been on a warm plate for fourteen hours. Inside was a disc, perfectly clear, which rang when he tapped it and did not break when he dropped it.

That was 2022. It has taken four years to understand the disc, and the paper came out on Thursday. The material is a short protein, three units long, which on slow drying traps water in a net so tight that neither can move. It is by any definition a glass.

Scratch it, and the scratch closes. Heat from a hand is enough to loosen the net at the wound, water moves in, and the surface knits within a minute or so. A crack right through takes an hour on a radiator.

It will not replace windows, because rain dissolves it. But inside an instrument, or as the glue between two lenses, it might last for decades without anybody opening the case. Two satellite makers have already written.

Pimentel has tried to repeat the result with every variation that he can think of: faster, cooler, purer. The best recipe is still the first. “Warm plate, fourteen hours,” he says. “And you have to go and fetch somebody from school.”`,
  },
  {
    slug: 'ammonite-quarry-day',
    headline: 'The day a quarry stopped work for a shell',
    standfirst: 'It is 1.8 metres across and 170 million years old, and the digger driver saw it first.',
    by: 'hana-brzezicki',
    at: '2026-11-21T11:00',
    tags: ['place:jura', 'about:fossils'],
    picture: 'strata terracotta',
    alt: 'A great coiled ammonite in banded rock, with a brush beside it',
    body: `Léa Grosjean has driven the big digger at Les Combes for eleven years, and has a rule: if the bucket makes a new noise, stop. On the fourth of November it made a noise like a plate being set down.

She climbed out. In the face of the cutting, where there should have been plain grey marl, was a curve. She cleaned a metre of it with her glove, and then sat down on the track of the machine and telephoned her foreman, who assumed that somebody was hurt.

The ammonite is the largest found in the Jura. It lay on its side in what was then warm mud, and a second animal, smaller, had moved into the mouth of the shell and died there too. You can see where oysters fixed themselves on the rim, a few each season, like rings.

Quarries and palaeontologists do not always get on. A stopped digger costs some €900 an hour. Here the owner gave them nine days, and on the seventh brought sandwiches. A plaster jacket was cast, and the block came out on Friday on a lorry doing eight kilometres an hour.

It will carry the driver’s name. There was a suggestion that it should be called after the quarry, which pays for the lorry. Grosjean said that she didn’t mind. Her foreman said that he did.`,
  },
  {
    slug: 'probe-last-photograph',
    headline: 'The last photograph from Halcyon, and the eleven minutes it took to arrive',
    standfirst:
      'After nineteen years, the small probe was steered into the planet it had been sent to watch. Half the control room had never known it to be young.',
    by: 'hana-brzezicki',
    at: '2026-11-20T18:05',
    tags: ['about:space', 'place:darmstadt'],
    picture: 'planet dusk',
    alt: 'A ringed planet with a small probe passing beneath it',
    body: `There is a drawing on the wall of the control room by a child called Niklas, of a spacecraft with a smile. Niklas was six then. On Friday he sat at the third console, in a tie, and sent the command that turned its antenna away for good.

Halcyon was built for four years. It lasted nineteen, on fuel that was saved a gram at a time, and with a computer that would be put to shame by a washing machine. It found two moons, a hexagon of cloud, and a storm that lasted for longer than some of the careers spent on it.

It could have been left to drift. But one of the moons has water under its ice, and a dead probe with earthly dust on its legs might one day fall there. So the last of the fuel went on a turn downwards, where nothing could live.

The final frame shows the limb of the planet, a little tilted, and beyond it four of the rings edge on, like the lines of a staff. The camera was not supposed to be on. Somebody had added it to the sequence on the night before, and nobody has owned up.

The signal thinned at 17.54 and was gone at 17.55. It had really ended eleven minutes earlier. Nobody said anything for about that long.`,
  },
  {
    slug: 'yeast-chess-cells',
    headline: 'Biologists taught yeast to count to seven, then to stop',
    standfirst:
      'Cells with a built-in tally could one day deliver a drug in exact doses. For now they are brewing a rather weak beer.',
    by: 'marguerite-oyelaran',
    at: '2026-11-19T09:50',
    tags: ['place:edinburgh', 'about:genes'],
    picture: 'cells rose',
    alt: 'Brightly coloured cells in a round dish',
    body: `A cell divides, and one becomes two, and nobody is keeping score. That is the difficulty with using living things as medicine. You can persuade a yeast to make a drug. You cannot ask it to make seven doses and retire.

In Edinburgh, Dr Ailsa Rintoul’s group has now done so. They stitched a row of short switches into the yeast’s DNA, arranged like dominoes. Each division knocks over one. When the seventh falls, a gene turns on that shuts the cell down, tidily, from within.

It works 98 times in a hundred. The other two cells go on to eight or nine, and it is on those that the next three years will be spent, since a dose of nine is not always a small mistake.

To make sure that the counters did not slow the yeast down they did what anyone would and made beer. Ordinary yeast ferments until the sugar or the alcohol stops it. The counting kind stops on cue, and the result is 2.1 per cent, every time, to within a tenth.

Rintoul describes the flavour as “punctual”. The brewery downstairs, which lent the tanks, has asked whether it could be made to count a little higher.`,
  },
  {
    slug: 'mathematician-tiling-kitchen',
    headline: 'A retired tiler has solved a problem that mathematicians gave up on',
    standfirst:
      'The pattern had to cover any floor using two shapes and never repeat. Ken Obuya thought that sounded like a bathroom he had once done.',
    by: 'hana-brzezicki',
    at: '2026-11-18T15:30',
    tags: ['about:maths', 'about:making'],
    picture: 'desk cream',
    alt: 'A desk by a window, with papers, a lamp and shelves of books',
    body: `Ken Obuya laid floors for thirty-eight years and never liked a grid. “Your eye runs straight off the end of it,” he says. For his own amusement, in a cupboard under the stairs, he used to lay offcuts in ways that would not line up.

In 2024 his granddaughter, who is studying mathematics, told him about a question left open since 1997. Can you tile a plane without repeating, using only two shapes, if one of them has to be a plain hexagon? He asked whether it was allowed to turn them over. It was. He went upstairs and came back with a biscuit tin.

The second shape has nine sides and looks like a boot. It had taken him a week in 1989 to get the angles right, and he had kept the template because he thought that it might come in. The proof, which is his granddaughter’s, runs to 34 pages. The referees took five months and found one missing comma.

What pleases the professionals is that the argument is visible. There is a colouring of the boots in which any repeat would have to produce two of the same colour toe to toe, and that cannot occur. You can show it to a child, with cardboard.

Obuya has been invited to speak in Kyoto. He is less interested in that than in the department’s new common room, which has a floor of about forty square metres, and no firm plans.`,
  },
  {
    slug: 'moss-under-ice',
    headline: 'It had been frozen since the Bronze Age. On a windowsill, it went green',
    standfirst:
      'Moss from beneath an Arctic ice cap has resumed growing after 3,600 years. What else is merely waiting?',
    by: 'priya-venkatesan',
    at: '2026-11-17T06:40',
    tags: ['place:arctic', 'about:ice', 'about:plants'],
    picture: 'cells sage',
    alt: 'A dish of growing cells on a dark green bench',
    body: `It came out of the ice looking like something that you would clear from a gutter. Brown, flat, still in the shape in which the glacier had pressed it when Troy was a going concern. Solveig Brandt put a piece on damp tissue on the windowsill of her office because the incubator was full.

That was in March. In the third week there was a green point the size of a full stop. She assumed a stray spore, as anybody would, and killed the thing, and began again in a sealed chamber with eleven samples. Nine of them went green.

Radiocarbon says 3,600 years, give or take sixty. The moss has not been reborn from spores; the old stems themselves have put out new tips, one cell having made up its mind to be an embryo again. Mosses are good at that. Nobody had known how good.

It upsets a tidy picture in which retreating ice leaves bare rock, to be colonised slowly from outside. Some of the colonists were there all along, underneath, in the dark.

The oldest tuft is now the size of a coaster and lives in a glass dome on the windowsill, having earned its place. It is watered on Fridays. There is a rota, and an understanding that nobody will be the one who forgets.`,
  },
  {
    slug: 'sleep-of-swifts',
    headline: 'Swifts nap on the wing. Now we know for how long: 3.8 seconds',
    standfirst:
      'A sensor lighter than a paperclip flew for ten months without landing, and came home with the first diary of sleep in the sky.',
    by: 'marguerite-oyelaran',
    at: '2026-11-16T10:10',
    tags: ['about:wildlife', 'place:lund'],
    picture: 'forest dusk',
    alt: 'Birds above a forest at dusk',
    body: `She left a church tower in Lund on 3 August and her feet touched nothing until the following June. In between she crossed the Sahara twice, ate perhaps two million flies, and slept, if that is the word, for forty-one minutes a day.

The bird is known as 7C. On her back was a tag weighing half a gram, which recorded height, wing-beat and the faint electric hum of her brain. Getting it to last for ten months took six years. Getting it back took a ladder, since swifts return to the hole that they left, and 7C’s is behind a clock.

The naps come at dusk and before dawn. She climbs to about 2,500 metres, locks her wings and glides, and one half of her brain goes slow. A few seconds later it wakes and the other half takes its turn. The average is 3.8 seconds. The longest was eleven.

She loses some forty metres in each bout, then climbs again. On moonlit nights she hardly sleeps at all. Over the desert she sleeps least, which is the reverse of what was expected, and nobody yet knows why.

7C was weighed, thanked, and put back in her hole with a new tag. She shuffled to the edge, fell off it in the usual manner, and had gone before anybody could see which way.`,
  },
];
