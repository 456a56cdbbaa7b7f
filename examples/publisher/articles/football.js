export const football = [
  {
    slug: 'ravensholt-ninety-seventh',
    headline: 'Ravensholt leave it until the 97th minute, and the away end may never recover',
    standfirst:
      'Two down with a quarter of an hour left, a substitute goalkeeper up for the corner, and a header that crossed the line by a coat of paint.',
    by: 'callum-reyes',
    at: '2026-11-23T22:10',
    tags: ['team:ravensholt', 'team:castelmar'],
    picture: 'stadium night',
    alt: 'A floodlit stadium with players near the goal',
    body: `Nobody planned it. That was what Marek Solano kept repeating afterwards, in the corridor, with a towel on his head. He had gone up for the corner because he could see no reason not to. He is a goalkeeper. He had been on the pitch for nineteen minutes.

Castelmar had been the better side for seventy-five. They led through Ibarra’s volley and a second from Nkemelu that took two defenders and most of the sting out of the evening. Ravensholt had a shot on target, and it was a back-pass.

Then the rain came in and the match lost its shape. Dacosta pulled one back with a free kick that skidded under the wall. In the 91st minute a cross from the left was cleared on to a Castelmar heel and went in off the post. It was 2-2, and it felt like a theft already.

The board had said six minutes. They were in the seventh when Obi swung in the corner. Solano rose in the middle of a group of people looking elsewhere, and headed the ball down, and it hit the bar’s shadow, and there was a pause that I would put at about a week. The referee looked at his watch. It buzzed.

The away end sang for forty minutes in an emptying ground. The stewards let them. One, a large man in his sixties, was seen taking off his hi-vis jacket and putting on a scarf.`,
  },
  {
    slug: 'aldermoor-false-nine',
    headline: 'Drawing the invisible triangle: how Aldermoor stopped conceding',
    standfirst:
      'One goal against in nine matches, with a back four who cost less than a bus. The secret is eleven metres in front of them.',
    by: 'dario-fennelly',
    at: '2026-11-22T18:30',
    tags: ['team:aldermoor', 'about:tactics'],
    picture: 'board noon',
    alt: 'A tactics board with arrows across a pitch',
    body: `Watch Aldermoor without the ball, and for once do not watch the defenders. Watch Lena Prowse’s three midfielders, and count the distance between them. It hardly changes. Eleven metres, eleven, nine. It is as though they were carrying a sheet of glass.

Last season they let in 52. The coach, who used to teach geometry and is tired of being asked about it, decided that the trouble was not at the back but in the spaces which the back had to run towards. So she had the training pitch marked with triangles, in three colours, and took the ball away for a fortnight.

The rule is simple to state. If one goes, two turn. The triangle may move or tilt but may not stretch, and whoever would have to stretch it lets the opponent go. That is the hard part. It means watching a winger run free, and trusting that the pass to her is the one you would like them to try.

Opponents have tried it 214 times in nine matches. It has led to three shots. The passes that hurt, into the middle, have fallen from nineteen a game to six.

It will not work against everybody. Northgate, on Saturday, have a forward who shoots from anywhere and does not care for shapes. Prowse knows. Asked what she would do about it, she said that you could not triangulate the weather.`,
  },
  {
    slug: 'groundsman-last-pitch',
    headline: 'The groundsman, the worm and the best pitch in the third tier',
    standfirst:
      'Port Sele have not had a match called off since 1994. Bernard Okafor would like it known that he has had help.',
    by: 'dario-fennelly',
    at: '2026-11-21T13:20',
    tags: ['team:port-sele', 'about:work'],
    picture: 'park golden',
    alt: 'Players and a ball on a park pitch in low sun',
    body: `Bernard Okafor walks the pitch at Harbour Road every morning in his socks. Boots lie to you, he says. In socks you can feel a soft place as big as a saucer, and he has a bamboo cane for marking it.

He took over in 1991, when the ground flooded twice a month and the club was paying for helicopters. Everyone’s advice was to dig it up and put in pipes. He dug one hole, looked in it for a long time, and noticed that there were no worms.

So he stopped the poison. He brought in leaf mould from the park in his own car, some four hundred boots of it. Casts appeared, which the players hated. Then the water began to go down by itself. The soil of the goalmouth is now, according to a university that came to look, as full of holes as a sponge.

Money has gone past him in the meantime. Clubs two divisions up have lamps on wheels, and plastic stitched in with the grass. He is not rude about it. He merely mentions, if asked, which of them were frozen off in January.

He retires in May. The supporters want to name a stand after him. He has asked instead that nobody play on the six-yard box before kick-off, and that whoever comes next be shown where to put their feet.`,
  },
  {
    slug: 'tunnel-minute-captains',
    headline: 'Ninety seconds in the dark: what captains say in the tunnel',
    standfirst:
      'Eleven of them, from five countries, on the strangest minute and a half in football. One recites a shopping list.',
    by: 'callum-reyes',
    at: '2026-11-20T21:00',
    tags: ['about:captains', 'team:northgate'],
    picture: 'tunnel dusk',
    alt: 'Two teams in a tunnel, looking out at a bright pitch',
    body: `You stand beside people whom you are about to kick, and hold the hand of a child. The noise comes down to you like weather in another valley. There is a smell of liniment, cut grass and, at some of the older grounds, of chips. And someone, usually the captain, is supposed to say something.

Ewa Lindqvist of Northgate says each player’s name, in order, and nothing else. She began it after a match in which she had looked along the line and for one awful second could not have told you who was at left back.

Osman Tirana, who retired in June, used to count exits. It was not fear. He liked to know that there was a way out and then to walk the other way. Jorge Beltrán says the shopping list: eggs, rice, bleach. It stops his mind from making speeches.

Several mentioned the child. You must not squeeze. You look down, and there is a person to whom this is the most important thing that has ever happened, and it puts the rest in proportion; or, in one case, it was sick on my boots.

None of the eleven remembered a single thing that an opponent had ever said in there. “You’re not talking to them,” said Lindqvist. “You’re talking to the one in the mirror, and she’s not listening either.”`,
  },
  {
    slug: 'terrace-song-writers',
    headline: 'Who writes the songs? On the trail of a terrace anthem',
    standfirst:
      'Forty thousand people sing it. It scans perfectly. It turned up one night in March, and nobody will admit to the second verse.',
    by: 'joss-whitlock',
    at: '2026-11-19T19:15',
    tags: ['team:castelmar', 'about:music'],
    picture: 'terrace dusk',
    alt: 'A terrace full of scarves and flares at dusk',
    body: `The tune is a hymn, slowed down, with a catch in the third line where you breathe. The words concern a ferry, a girl with a red umbrella and a goal that was disallowed in 1974. If you stand in the Quay End when it begins, the concrete hums.

It was first heard on 14 March. I have a recording on which you can hear about two hundred people start and the rest of the stand fall quiet to learn it. By the next home match they all knew. No leader, no leaflet. There are towns that cannot agree where to put a bin.

The first verse I traced to Tess Hannigan, a bus driver, who hummed it on the 16 and was overheard by two brothers with a drum. She owns up readily. The chorus is older, from a school, and has lost a swear word.

But the second verse, the one with the umbrella, belongs to nobody. I asked in nine pubs. I was given seven names, four of them dead. A man in the ninth said that it was better so. A song with an author is only a song.

Castelmar’s marketing department has meanwhile had it printed on a mug. The words on the mug contain a mistake. The Quay End sings the mistake now as well, at double volume, on the last line, with evident joy.`,
  },
  {
    slug: 'penalty-physics-spot',
    headline: 'The spot moved eleven centimetres, and no one noticed for six seasons',
    standfirst: 'A geography teacher with a tape measure has asked the league to look again at 31 penalties.',
    by: 'dario-fennelly',
    at: '2026-11-18T17:40',
    tags: ['team:northgate', 'about:rules'],
    picture: 'spot night',
    alt: 'A football on wet grass beside a boot under floodlights',
    body: `Mr Hollis only wanted an example for a lesson on scale. He brought Year 8 to Northgate’s ground, by arrangement, with a surveyor’s tape, and had them measure everything. The centre circle was right. The corner arcs were right. The penalty spot at the Mill End was 10.89 metres from the line.

He made them do it again. Then he did it himself. The law says eleven metres, and a painter in 2020 had evidently set his template against the back of the goal line and not the front.

Thirty-one penalties have been taken at that end since. Twenty-seven went in, which is 87 per cent, against a league average of 76. Statisticians to whom I showed the figure were careful. With so few kicks, one said, it might be chance. Another said that it might be eleven centimetres.

Two of the 31 settled promotion places. The league has issued a statement in which the word “tolerance” appears four times. It does not intend to replay anything. It has sent a man with a laser.

Northgate’s goalkeeper, who faced nine of them, took it well. “I always said they were closer at that end,” she told me. “I thought it was the sun.” Year 8, for their part, would like to do the goalposts.`,
  },
  {
    slug: 'walking-football-final',
    headline: 'No running, no heading, plenty of grudges: the over-75s cup final',
    standfirst: 'Combined age of the front three: 238. We went expecting something gentle.',
    by: 'joss-whitlock',
    at: '2026-11-17T16:25',
    tags: ['about:amateurs', 'place:hallowby'],
    picture: 'park noon',
    alt: 'A sunny park match in front of trees and a skyline',
    body: `The first tackle came in after nine seconds and was, strictly speaking, a walk. So was the response. By the third minute the referee, who is sixty-eight and the youngest person on the grass, had given a lecture on tone.

Walking football forbids running, and so it is a game about thinking you have been seen running. Feet must be flat. Hips are watched. Reg Dunmore of Hallowby Mariners was penalised twice for what the official described as “intent”.

The other thing that it forbids is contact, and the other thing that there is a lot of is contact. These men have known each other for sixty years. One marriage, two businesses and a caravan lie between the Mariners and St Oswin’s, and all of them were mentioned.

The winning goal was beautiful. Seven passes, none longer than six yards, with everybody standing still in the right place. Arthur Penrose, who had a trial with Port Sele in 1969 and has spoken of it since, rolled the ball into the corner with the outside of a shoe that was made for bowls.

There was an oak shield, and a speech, and tea. Penrose did not have the shield for long. By five it was going round the tables upside down with sausage rolls in it, St Oswin’s having been put in charge of the catering.`,
  },
  {
    slug: 'academy-released-boys',
    headline: 'What happens to the boys who are told no',
    standfirst:
      'Of 180 who join an academy at nine, one or two will play for a living. A club has started asking what it owes to the others.',
    by: 'callum-reyes',
    at: '2026-11-16T12:50',
    tags: ['team:aldermoor', 'about:youth'],
    picture: 'spot storm',
    alt: 'A ball and boot on a rainswept pitch',
    body: `The meeting lasts six minutes. There is a chair for the boy and one for a parent, and a box of tissues which has been placed, someone has evidently thought about it, not in the middle of the table. At the end you hand in your tracksuit.

Kieran Asante was sixteen when he had his. He had been at Aldermoor since he was eight. He remembers asking whether he could keep the boots, and being told that of course he could, and that it was the kindness of this that finished him.

He is twenty-four and works for the club again. His job did not exist until last year. He telephones everybody it has released: after a week, a month, six months, and on their birthday until they are twenty-one. He does not offer advice. He asks what they had for tea.

Of 112 boys and girls on his list, seventy are in some sort of education, nineteen are playing at a lower level, and four had stopped leaving the house. Those four he went to see. The club now also pays for a year of college fees, which costs about what it spends on bottled water.

Other clubs have been in touch. The league is considering a rule. Asante still has the boots. They were too small within a year, and his brother wears them to wash the car.`,
  },
];
