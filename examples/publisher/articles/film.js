export const film = [
  {
    slug: 'the-salt-road-review',
    headline: '‘The Salt Road’ is three hours of walking, and you will not want to arrive',
    standfirst: 'Imre Valcsay’s desert epic has eleven pages of dialogue and the best sunrise in years. ★★★★★',
    by: 'leila-haddad-cross',
    at: '2026-11-24T03:30',
    tags: ['about:review', 'director:valcsay'],
    picture: 'location golden',
    alt: 'A film crew on rails in a desert of red buttes',
    body: `For the first forty minutes of “The Salt Road” I believed that nothing was happening. Then a camel sat down, and I found that I was on the edge of my seat. Imre Valcsay has slowed the pulse of his audience by such small degrees that you do not notice until he touches it.

Two sisters are taking salt to a town that may no longer be there. One is played by Noura Sellami, who says little, and the other by Chaïma Brik, who says less. They are not on good terms. The reason emerges in glances, over some six hundred kilometres.

Ágota Ferenc shot it on film, in the hour after dawn and the hour before dark, which meant that each day of work produced perhaps ninety seconds. You can see the patience. There is a shot of a shadow arriving at a well that I would put beside anything in the art.

It is also, and I was not warned of this, funny. A man selling batteries appears three times in what is otherwise empty desert, each time with fewer teeth and a better offer.

When the town comes in sight the sisters stop. So does the film, more or less, and a woman in front of me whispered: “Don’t go in.” I should like to know how he did that, and am glad that I do not.`,
  },
  {
    slug: 'lumen-saved',
    headline: 'The last single screen in the north has a new owner: everybody',
    standfirst:
      'When the Lumen’s lease ran out, 6,204 people bought a seat each. They have been quarrelling happily about the programme ever since.',
    by: 'joss-whitlock',
    at: '2026-11-23T14:00',
    tags: ['place:tarnmouth', 'about:cinemas'],
    picture: 'marquee dusk',
    alt: 'An old cinema with a glowing marquee at dusk',
    body: `There are 540 seats at the Lumen and 6,204 owners, which is why each has a small brass plate with eleven or twelve names on it. You are not entitled to sit in yours. You are entitled to turn round and see who is.

It opened in 1934 with an organ that rose from the floor. It has since been a bingo hall, a roller rink and, for one summer, a shop for garden sheds. When the lease came up, the buyer in waiting wanted to put eighteen flats in it, and keep the sign.

The campaign asked for £60 a head. It was led by Wilma Stack, the projectionist, who had never spoken in public and found that she could not stop. A man in New Zealand bought nine, in memory of a single evening.

Owning a cinema turns out to mean meetings. The motion to ban popcorn fell by four votes. The motion to play the national anthem before matinées fell by rather more. On Mondays the film is chosen by lot from slips that are dropped into a fire bucket, so that last week two hundred people saw a documentary on lift shafts. They stayed for the discussion.

The organ rises again on Saturdays. It gets about two thirds of the way and then stops, and the audience claps it up the rest.`,
  },
  {
    slug: 'projectionist-reels',
    headline: 'Found in a henhouse: nine reels of a film that was never supposed to exist',
    standfirst: 'Historians had thought ‘The Glass Orchard’ was a rumour. The hens had been roosting on it since 1931.',
    by: 'leila-haddad-cross',
    at: '2026-11-22T11:20',
    tags: ['about:archive', 'place:bohemia'],
    picture: 'projector terracotta',
    alt: 'A film projector throwing a beam across a dark room',
    body: `The cans were being used as a step. Jitka Moravcová, who had inherited the farm and was clearing the henhouse, kicked one to get the rust off and saw a word stamped in the lid. She is a dentist. She knew no more about silent film than anybody does, but she had the sense not to open it.

Inside was nitrate stock, which burns under water. The fire brigade drove it to Prague at thirty kilometres an hour. Seven of the nine reels can be saved; one is already jelly; the last, by great good luck, is a duplicate.

“The Glass Orchard” was directed in 1929 by Běla Horáková, one of perhaps four women then making features anywhere in Europe. The studio failed before it could be released. All that was known of it was a poster and a rude letter.

I have seen eleven minutes. A girl walks between rows of trees hung with bottles, and in each there is a small moving scene, done by exposing the same strip as many as thirty times. You look for the join. There is no join.

The restoration will take until 2028. The dentist has asked for nothing but a seat at the first showing, and that the hens should be thanked in the titles. Chicken dung, it seems, keeps the air dry.`,
  },
  {
    slug: 'foley-artist-celery',
    headline: 'Broken bones are celery, snow is cornflour: a day with a foley artist',
    standfirst:
      'Almost nothing that you hear in a film was there. Esi Quartey has 400 pairs of shoes and can walk like anyone.',
    by: 'joss-whitlock',
    at: '2026-11-21T15:45',
    tags: ['about:craft', 'about:making'],
    picture: 'set teal',
    alt: 'A film set with cameras, lamps and a painted backdrop',
    body: `“He’s sad,” says Esi Quartey, “but his left heel isn’t.” On the screen a man in his fifties crosses a car park. She watches him do it twice, chooses a brown brogue from a wall of brogues, puts it on her right foot and a deck shoe on her left, and walks on the spot. It is him. My scalp moves.

Foley is the art of putting back everything that the microphones missed, which is everything. Quartey’s room has a pit of gravel, a pit of leaves, a car door with no car. There is a bathtub. There is a shelf marked WET.

A bone is celery inside a chamois leather. A sword is a baking tray, but only one, from a shop that has closed. Snow is cornflour in a stocking. Bird wings are a pair of gloves. A kiss is her own wrist, and she would rather not discuss it.

The hard sounds are the ones that nobody notices: a sleeve on a table, somebody deciding not to speak. For a recent scene, two people in a kitchen after a funeral, she spent a day and a half upon a teaspoon.

Software can do a good deal of this now. She has listened to it. It gets the shoe right, and the floor. “And it’s always a person who knows where he’s going,” she says, changing her laces.`,
  },
  {
    slug: 'open-air-festival-village',
    headline: 'A festival with one screen, no prizes and a waiting list for chairs',
    standfirst:
      'For six nights a year, Castro Lume shows films in its square. Directors come for nothing, and bring a cake.',
    by: 'leila-haddad-cross',
    at: '2026-11-20T14:10',
    tags: ['place:galicia', 'about:festivals', 'about:village'],
    picture: 'square dusk',
    alt: 'An audience in a village square before an open-air screen',
    body: `You bring your own chair, and it must be a kitchen chair. Loungers are turned away. If you have come from abroad and have no chair, you are lent one by a family, and for the rest of the week you are more or less theirs.

Castro Lume has 290 people and no cinema. Its festival began in 1988 when a lorry carrying a print of something else broke down. The screen is nine sheets sewn together. There are two bats, which are regarded as staff.

No prizes are given. Early on there was one, a ham, and the jury fell out in a way that is still spoken of. Instead each film is followed by a silence of one minute, which the mayor times, and then by the single question: “What did you see?” Anybody may answer. Directors say that it is the most frightening thing they have ever sat through.

This year a film-maker with two statues at home showed a rough cut here, in front of goats. A woman of ninety told him that the daughter would have kept the coat. He changed the ending.

There are 600 places and a waiting list of four years. They have been offered money to expand. At the assembly somebody asked how big the square was, and somebody else went out and looked, and that was the end of it.`,
  },
  {
    slug: 'child-actors-set-school',
    headline: 'Lessons between takes: the teacher who works on film sets',
    standfirst: 'Photosynthesis at six in the morning, in a castle, with a pupil dressed as a goblin.',
    by: 'joss-whitlock',
    at: '2026-11-19T11:30',
    tags: ['about:school', 'about:craft'],
    picture: 'set terracotta',
    alt: 'Actors on a studio set between large lamps',
    body: `By law a child on a film may work for four and a half hours and must learn for three. In between stands Graham Adeyemi, with a bag of exercise books and a stopwatch, telling a director with two hundred people waiting that fractions are not finished.

He has taught in a submarine, a plague pit and a convincing Versailles. His smallest class was one, and his largest was sixty orphans, most of whom had brothers at the same school. He has had a pupil sit a piano exam in full prosthetics.

The children are not spoiled, he says, or not in the way you would think. They are extremely polite and they cannot bear silence. Somebody has always been telling them what comes next. So he begins each morning with ten minutes of looking out of the window.

He has refused to sign the hours only once. It was a night shoot, in rain, and the boy was eight. It cost the production £70,000. The producer shouted, and then sent a card, and has asked for him on every film since.

His goblin got full marks on photosynthesis. She wished to know whether goblins did it, being green. He told her to work it out from the diet, and left her to it for as long as it took to relight the castle.`,
  },
  {
    slug: 'matinee-review-tide-table',
    headline: '‘Tide Table’ turns a harbour office into the year’s tensest room',
    standfirst:
      'Four clerks, one storm, no shouting. A small film about competence that will leave you in pieces. ★★★★☆',
    by: 'leila-haddad-cross',
    at: '2026-11-18T20:00',
    tags: ['about:review', 'director:adair'],
    picture: 'auditorium indigo',
    alt: 'A full cinema watching a sunset on screen',
    body: `I can describe the plot of “Tide Table” in a line. On a night in 1987 four people in a harbour office have to decide which of three ships to bring in first. They have a telephone, a chart and a kettle. That is all there is, and I have not breathed out yet.

Moira Adair worked in such an office before she made films, and her camera knows where to stand. It stays at the height of a seated person. When somebody gets up it matters.

The pleasure is in watching people be good at things. Derry Vaughan, as the senior clerk, rules a line in pencil with such care that you understand his marriage. Sunita Rao plays the new girl, who can see that the sum is wrong and has been there for nine days.

There is no music until the last reel. What you have instead is wind, in about forty varieties, and the clunk of a clock that they have learned not to hear. When it stops, they all look up.

I would have done without a coda set in the present, which explains what we had already felt. But that is two minutes. For the other ninety-four it is as near to perfect as a film about paperwork is ever likely to be.`,
  },
  {
    slug: 'subtitles-translator-jokes',
    headline: 'Thirty-eight characters to land a joke: the art of the subtitle',
    standfirst: 'You get two lines and six seconds. Mirela Ionescu has spent a week on one pun about a goose.',
    by: 'leila-haddad-cross',
    at: '2026-11-17T13:35',
    tags: ['about:craft', 'about:language'],
    picture: 'auditorium rose',
    alt: 'Rows of cinema seats before a coastal scene on screen',
    body: `A line of subtitle holds thirty-eight characters, and an audience reads about fifteen of them in a second. People speak faster than that. So the first thing that a translator does is to decide what you will not be told.

Mirela Ionescu has subtitled 460 films into four languages. She works with the sound off first, to learn who is lying. Then she writes everything out in full, and then she takes away a third, and after that, she says, the work starts.

The goose comes from an Estonian comedy. In the original it is a play upon the words for “goose” and “tenant”, and the whole of the second act depends on it. She tried a swan and a lodger. She tried a plumber. On the Thursday she telephoned the director, who was no help, because he was laughing.

What she came up with is not the same joke. It makes an audience laugh at the same moment, for the same length of time, at the expense of the same character. She is prouder of it than of her degree.

The best compliment is silence. No one has ever come out of a cinema and remarked on the subtitles, except to complain. But a man stopped her in Cluj once to say that he had not known he spoke Finnish.`,
  },
];
