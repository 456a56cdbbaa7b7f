export const climate = [
  {
    slug: 'lighthouse-keepers-data',
    headline: 'The lighthouse diaries that rewrote a century of storms',
    standfirst:
      'Keepers on the Skarn coast noted the wind every three hours from 1871. Volunteers have now typed up all 1.2 million entries, and the record gales were not where anyone thought.',
    by: 'sunniva-aas',
    at: '2026-11-24T06:10',
    tags: ['place:skarn', 'about:weather', 'about:archive'],
    picture: 'lighthouse storm',
    alt: 'A striped lighthouse sweeping a stormy sea',
    body: `Keeper Johan Lie wrote a small, upright hand, and on the night of 8 December 1895 it leaned. “Wind N.W. 11. Glass 27.9 and falling. Sea over the gallery. Cow brought in to the kitchen.” He made the same entry, less the cow, at midnight, at three and at six.

His logbook is one of 804 that lay in a naval basement until 2019. Some 3,400 volunteers have since transcribed them at home, each page read by three people, and the result is the longest unbroken record of wind on any open coast in the north.

The first findings appeared on Monday. Storms in the 1890s were fiercer than the models had allowed, by about six per cent. The calmest stretch was the 1960s, exactly when most of the region’s sea walls were designed. And since 1998 the strongest gales have arrived, on average, nineteen days earlier in the autumn.

It is the third point that worries Ragnhild Moe, who runs coastal defence for the province. Trees still have leaves then, she says, and so they fall; rivers are high; the boats are not yet in. “A wall doesn’t know what month it is. A harbour does.”

The diaries are online, cow and all. The volunteers, asked what they would like to do next, voted for the ships’ logs. There are nine million lines of those.`,
  },
  {
    slug: 'turbine-crew-north-sea',
    headline: 'Twelve hours at hub height with the crew that keeps the wind on',
    standfirst: 'There are 190 turbines on the Dunmark bank and 22 people who know each by its noise.',
    by: 'tomas-hallberg',
    at: '2026-11-23T11:45',
    tags: ['place:north-sea', 'about:energy', 'about:work'],
    picture: 'turbines noon',
    alt: 'Offshore turbines above a small service boat',
    body: `The transfer is the worst of it. The boat pushes its nose against the tower, the nose rises and falls four metres, and at the top of one of those rises you step across a gap of black water on to a ladder. “Don’t think about it,” says Edda Voss. “Then do think about it, quickly, and go.”

Turbine D-47 has been down since Thursday, at a cost of some €3,100 a day. The fault is in a pitch motor, which turns one blade a few degrees to spill the wind. Voss has brought a spare that weighs as much as a Labrador. It goes up by winch. She goes by lift, and for the last eleven metres by hand.

Inside the nacelle it smells of warm oil and oranges. The crew keep a log of what they can hear, because by the time an instrument has an opinion a bearing has been complaining for a week. D-47 hums a flat B. D-12 has a tick. D-90 is called the kettle.

The work is steady and the pay is good, and still the company is short of people. The training takes three years. A third of recruits find in the first month that they cannot sleep offshore, where it is never dark on the decks nor ever silent.

At half past three the blades came round to the wind, hesitated, and began to turn. From the boat it looked slow. Voss, peeling an orange, said that the tips were doing 290 kilometres an hour.`,
  },
  {
    slug: 'glacier-funeral-pollen',
    headline: 'A glacier is melting, and out of it comes the year 1540',
    standfirst:
      'Pollen locked in the Vetterhorn ice is recording Europe’s worst drought, one grain at a time. There is a summer left to read it.',
    by: 'priya-venkatesan',
    at: '2026-11-22T07:10',
    tags: ['place:alps', 'about:ice', 'about:archive'],
    picture: 'glacier snow',
    alt: 'A glacier front above a lake of floating ice',
    body: `In a freezer in Bern there is a cylinder of ice as long as a forearm with a faint brown line around it. The line is the summer of 1540, when it did not rain for eleven months in much of Europe, the Rhine could be waded, and wine was easier to come by than water.

Lotte Amstutz found it in June, 61 metres down in the Vetterhorn glacier. The line is dust, and in the dust there is pollen: almost no grass, hardly any cereal, a great deal of dry-country weed. It is what a continent breathes out when its fields have failed.

Written accounts of 1540 have long been thought exaggerated. The ice says that they were not. Counts of rye pollen fall by nine tenths from one layer to the next and take four years to return.

The trouble is that the archive is leaking. Meltwater now runs through the upper forty metres every August and smears the layers together. Amstutz reckons that one more season of drilling is possible before the deep ice goes the same way.

She has asked for a second rig and has been promised half the money. In the meantime the cores are being shipped to a store in Antarctica, on the reasoning that it will be the last place on Earth to need a freezer.`,
  },
  {
    slug: 'reservoir-drowned-village',
    headline: 'The water fell, the village came back, and so did the arguments',
    standfirst:
      'Aldeia Velha was flooded in 1957. This autumn you can walk down its main street, and the families want to know what happens when it rains.',
    by: 'ines-duarte',
    at: '2026-11-21T06:30',
    tags: ['place:portugal', 'about:drought', 'about:village'],
    picture: 'reservoir golden',
    alt: 'A shrunken reservoir ringed by bands of dry earth',
    body: `First the cross of the church appeared, in August. By September there was the roof of the mill, and in October people began to come with folding chairs and sit in their grandparents’ kitchens.

Aldeia Velha was drowned for a dam when Maria da Luz Tavares was nine. She remembers carrying a hen. On Saturday she found the step of her house, swept the mud from it with a branch, and received visitors there all afternoon, offering biscuits.

The reservoir is at eleven per cent, the lowest since it was filled. Below fourteen the turbines cannot run; below eight the pumps that supply 70,000 people begin to draw silt. The water company has asked farmers to stop irrigating, and the farmers have asked to see the company’s own figures on leaks.

There is a third party. A group of the villagers’ descendants argues that the lake was always too large, and that a smaller one, held at today’s level, would serve the towns and give the valley back its bottom land. Engineers do not call the idea absurd. They call it expensive.

Rain is forecast for the week after next. Tavares has measured how high it will have to rise to reach her step, using a broom handle. She would like it to come, she says. She would also like it to wait.`,
  },
  {
    slug: 'beavers-flood-peak',
    headline: 'Nine beavers, one brook, and a flood that never reached the bridge',
    standfirst:
      'Hydrologists spent four winters measuring what a family of rodents does to a storm. The answer is about sixteen hours.',
    by: 'priya-venkatesan',
    at: '2026-11-20T10:20',
    tags: ['place:somerleigh', 'about:rivers', 'about:wildlife'],
    picture: 'marsh golden',
    alt: 'A meandering creek in reeds at sunset, with an egret',
    body: `The brook at Somerleigh used to rise like a kettle. Rain fell on the clay hills at breakfast, and by lunch it was over the bridge and in the post office. Since 2022 it has not been in the post office once.

Upstream, in a wood the size of six football pitches, live nine beavers. They have built thirteen dams. None would impress an engineer: sticks, mud, a traffic cone. But together they hold back some 24,000 cubic metres, and, what matters more, they let it go slowly.

The team from the university put pressure gauges above and below. In an ordinary storm the peak downstream is now a third lower and arrives sixteen hours late, by which time the main river has had a chance to fall. In the largest storms the effect shrinks to a tenth. “They’re not a wall,” says Dr Imogen Sale. “They are a hesitation.”

Not all the neighbours are charmed. One farm has lost two hectares of grazing to a pond, and is paid for it under a scheme that runs out in 2028. An oak planted for a coronation was felled in a night.

The parish has drawn up a rota of volunteers to wrap wire around the trees that it would like to keep. There are forty names on it, among them that of the postmistress.`,
  },
  {
    slug: 'balcony-solar-street',
    headline: 'How one street of tenants became a power station',
    standfirst:
      'They own no roofs. They have 212 balconies, a shared battery in the bicycle shed and a landlord who has come round.',
    by: 'sunniva-aas',
    at: '2026-11-19T14:40',
    tags: ['place:leipzig', 'about:energy', 'about:city'],
    picture: 'rooftops noon',
    alt: 'Rows of red roofs carrying solar panels',
    body: `It began with Frau Kessel on the third floor, who hung a panel over her railing with cable ties in 2023 and received a letter. The letter said that it spoiled the façade. She replied that so did the satellite dishes, of which there were sixty-one, and that hers at least made something.

Today there are panels on 212 balconies in the Lindenstrasse. Each produces about as much as a fridge, a router and a few lamps consume, which is to say not a great deal. What makes it interesting is the shed.

In the shed, behind the bicycles, sits a battery that was once in a bus. Neighbours who are out at work fill it, and those who are at home draw it down. A sheet of paper on the door records who is owed what; a small program does the same, but people look at the paper.

Bills have fallen by a fifth on average. The landlord, who first threatened to evict, now mentions the scheme in advertisements, and has offered his own roof in exchange for a share. The tenants are considering it.

The grid operator is less sure. It likes forecasts, and balconies do not send them. But at ten past one on a bright Tuesday in October, for about forty minutes, the street sold more than it bought, and somebody rang a bell out of a window.`,
  },
  {
    slug: 'old-forest-lichen',
    headline: 'Seven hundred years to grow, a weekend to count: inside the Ruska forest',
    standfirst: 'A survey by headtorch found 412 species of lichen in a wood that was due to be felled in spring.',
    by: 'sunniva-aas',
    at: '2026-11-18T06:00',
    tags: ['place:ruska', 'about:forest', 'about:wildlife'],
    picture: 'forest mist',
    alt: 'Ranks of conifers fading into mist',
    body: `You look for lichen at night because it glows. Under ultraviolet some of it turns orange, some a swimming-pool blue, and at two in the morning the trunk of a dead pine above Ruska looks like a map of a city seen from the air.

Forty people came for the weekend, with tents and lenses. A third were professionals. The rest were teachers, a tram driver, two brothers of twelve and ten who found the first wolf lichen recorded in the province since 1951 and would not be moved from it until it had been photographed.

Their count was 412 species. It matters because the wood is on the list for harvest in April, and the law protects any stand with more than thirty “indicators of long continuity”. Ruska has fifty-three. Some of its pines had already been growing for a century when the Black Death reached the coast.

The forestry company has been civil. It says that its own survey, made in daylight over one morning, found nineteen indicators, and that it will look at the new figures. The company has felled two similar stands since 2020.

Among the tents on Sunday there was no celebrating. The tram driver was labelling envelopes. “The trees aren’t ours,” he said, “but the counting is. If it’s counted, somebody has to decide.”`,
  },
  {
    slug: 'salt-marsh-swap',
    headline: 'A town that gave a field to the sea and got a beach in return',
    standfirst:
      'Breaching its own flood bank was the cheapest offer Hallowby ever made. Ten years on, the accounts are in.',
    by: 'priya-venkatesan',
    at: '2026-11-17T09:00',
    tags: ['place:hallowby', 'about:coast', 'about:money'],
    picture: 'marsh dawn',
    alt: 'A salt marsh cut by bright creeks at dawn',
    body: `On a spring tide in 2016 a man in an excavator dug a hole in the bank that had kept the North Sea out of Hallowby since 1880, and the town came to watch him do it. There was a brass band. There were also people who thought that they were watching a crime.

The bank needed £14 million to rebuild and protected one field of barley. Letting the sea take the field cost £2.3 million, most of it for a new, lower bank inland. The difference, said the council, was the point.

The marsh arrived faster than anyone expected. Glasswort in the first summer, sea lavender in the third. The mud has risen by 22 centimetres, which is seven times as fast as the sea. Waves that used to strike the bank now die in the creeks.

What no one had costed was the sand. With the tide running in and out, a bar formed at the river’s mouth, and behind it a beach half a mile long where there had been none. The town now has a lifeguard, two ice-cream vans and a parking problem.

The barley farmer was paid at the time and grows samphire now, which sells for more. He was against the breach, he says, and would have stayed against it. “But I’ve nothing to be against any more. It’s just there. It’s the seaside.”`,
  },
  {
    slug: 'heat-nurse-marseille',
    headline: 'The nurse who knocks: Marseille’s answer to a 43-degree week',
    standfirst:
      'A list of 9,000 names, 130 walkers and a rule that nobody is only telephoned. Deaths in the last heatwave fell by half.',
    by: 'sunniva-aas',
    at: '2026-11-16T07:45',
    tags: ['place:marseille', 'about:heat', 'about:health'],
    picture: 'rooftops golden',
    alt: 'A city of tiled roofs under a hot, low sun',
    body: `The bag holds water, a thermometer, a fan that clips to a chair, and a pack of cards. “The cards are the medicine,” says Samira Attal. “You play two hands and you see whether they can still count.”

Attal is one of 130 walkers whom the city sends out when the forecast passes 38 degrees for three nights. Each has seventy names. They are people over seventy-five who live alone on an upper floor without a cross-draught, and they are visited, in person, every day until it ends.

The rule against telephoning was learned the hard way. In 2023 the city rang its list and most people said that they were fine. Several of them were already confused, and said so politely. A knock gives you the smell of the flat, the shutters, the colour of a face.

In August, in the hottest week on record, the city counted 61 deaths above the ordinary. The model had predicted 118. The whole programme cost about as much as resurfacing a kilometre of ring road.

Attal still visits some of her names in winter, on her own time. Monsieur Pons, on the sixth floor, owes her four hundred imaginary euros. He says that he is waiting for the next heatwave to win them back.`,
  },
];
