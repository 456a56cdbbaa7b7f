/** A record: an item that Penchant can rank, and what a customer sees of it. */
export interface Disc {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly euros: number;
  readonly hue: number;
  readonly features: readonly string[];
}

const disc = (genre: string, title: string, by: string, euros: number, hue: number): Disc => ({
  id: title.toLowerCase().replaceAll(/\W+/g, '-'),
  features: [`topic:${genre}`],
  title,
  by,
  euros,
  hue,
});

/** In the shop's own order: what the server renders, for everybody. */
export const discs: readonly Disc[] = [
  disc('jazz', 'Blue Porch', 'The Odile Marsh Five', 24, 220),
  disc('dub', 'Low Tide Version', 'Harbour Sound', 19, 150),
  disc('folk', 'Nettle and Rye', 'Ansel & Thrush', 22, 40),
  disc('jazz', 'Third Stairwell', 'Lou Brackett', 27, 12),
  disc('dub', 'Echo Chamber Four', 'Prince Ellery', 21, 95),
  disc('folk', 'Songs for a Wet Field', 'Maren Holt', 18, 180),
  disc('jazz', 'After the Last Tram', 'Quartet Viola', 25, 280),
  disc('dub', 'Concrete Garden', 'Harbour Sound', 20, 330),
  disc('folk', 'The Ferryman’s Other Daughter', 'Ansel & Thrush', 23, 65),
  disc('jazz', 'Eleven Short Solos', 'Lou Brackett', 22, 250),
  disc('dub', 'Night Bus Dub', 'Prince Ellery', 19, 300),
  disc('folk', 'Kettle Hymns', 'Maren Holt', 18, 20),
];

export const discOf = (id: unknown): Disc | undefined => discs.find((each) => each.id === id);
