import type { Item } from '@penchant/browser';

export type Colour = 'rust' | 'moss' | 'ink' | 'sand' | 'plum' | 'sky';
export type Shape =
  | 'pendant'
  | 'lamp'
  | 'chair'
  | 'stool'
  | 'mug'
  | 'kettle'
  | 'rucksack'
  | 'tote'
  | 'fern'
  | 'cactus'
  | 'cushion'
  | 'blanket';

/** What is sold: an item that Penchant can rank, and what a customer sees of it. */
export interface Product extends Item {
  readonly name: string;
  readonly department: Department;
  readonly shape: Shape;
  readonly colour: Colour;
  readonly maker: string;
  readonly euros: number;
  readonly about: string;
}

export const departments = {
  lighting: 'Lighting',
  seating: 'Seating',
  kitchen: 'Kitchen',
  bags: 'Bags',
  plants: 'Plants',
  textiles: 'Textiles',
} as const;
export type Department = keyof typeof departments;

const DEPARTMENT_OF: Readonly<Record<Shape, Department>> = {
  pendant: 'lighting',
  lamp: 'lighting',
  chair: 'seating',
  stool: 'seating',
  mug: 'kitchen',
  kettle: 'kitchen',
  rucksack: 'bags',
  tote: 'bags',
  fern: 'plants',
  cactus: 'plants',
  cushion: 'textiles',
  blanket: 'textiles',
};

function product(
  name: string,
  shape: Shape,
  colour: Colour,
  material: string,
  maker: string,
  euros: number,
  about: string,
): Product {
  const department = DEPARTMENT_OF[shape];
  return {
    id: name.toLowerCase().replaceAll(/\W+/g, '-'),
    features: [`topic:${department}`, `shape:${shape}`, `colour:${colour}`, `material:${material}`],
    creator: maker.toLowerCase().replaceAll(/\W+/g, '-'),
    name,
    department,
    shape,
    colour,
    maker,
    euros,
    about,
  };
}

/** In the shop's own order: a bit of everything, which is what a new customer sees. */
export const products: readonly Product[] = [
  product(
    'Dune pendant',
    'pendant',
    'sand',
    'linen',
    'Oro Studio',
    129,
    'A linen shade over a brass ring. Warms a table for four.',
  ),
  product(
    'Nook chair',
    'chair',
    'rust',
    'oak',
    'Halm Joinery',
    340,
    'Steamed oak and a seat of saddle leather that darkens with use.',
  ),
  product(
    'Morning mug',
    'mug',
    'moss',
    'stoneware',
    'Kiln Row',
    24,
    'Thrown thick, glazed thin. Keeps a coffee hot through one phone call.',
  ),
  product(
    'Quay rucksack',
    'rucksack',
    'ink',
    'canvas',
    'Sailmaker & Daughter',
    145,
    'Waxed canvas, two buckles, a sleeve for a laptop.',
  ),
  product(
    'Shade fern',
    'fern',
    'moss',
    'terracotta',
    'The Glasshouse',
    32,
    'Asks for a north window and a drink on Sundays.',
  ),
  product(
    'Harbour blanket',
    'blanket',
    'sky',
    'wool',
    'Mill End',
    98,
    'Lambswool, woven in stripes the width of a hand.',
  ),
  product(
    'Reading lamp No. 4',
    'lamp',
    'rust',
    'steel',
    'Oro Studio',
    118,
    'Turns its head to the page and stays there.',
  ),
  product('Milking stool', 'stool', 'sand', 'ash', 'Halm Joinery', 89, 'Three legs, so that it never wobbles.'),
  product(
    'Slow kettle',
    'kettle',
    'plum',
    'enamel',
    'Kiln Row',
    76,
    'Enamel on steel, a wooden grip, a whistle that does not shout.',
  ),
  product(
    'Market tote',
    'tote',
    'rust',
    'canvas',
    'Sailmaker & Daughter',
    48,
    'Carries twelve kilos of potatoes. We tried.',
  ),
  product('Windowsill cactus', 'cactus', 'sand', 'terracotta', 'The Glasshouse', 19, 'Forgives holidays.'),
  product('Felt cushion', 'cushion', 'plum', 'wool', 'Mill End', 42, 'Pressed felt over feathers, piped by hand.'),
  product('Lantern pendant', 'pendant', 'plum', 'glass', 'Oro Studio', 164, 'Smoked glass, blown in one breath.'),
  product(
    'Writing chair',
    'chair',
    'ink',
    'beech',
    'Halm Joinery',
    295,
    'Upright enough to work in, kind enough for the evening.',
  ),
  product('Rain mug', 'mug', 'sky', 'stoneware', 'Kiln Row', 24, 'A glaze that runs differently on every one.'),
  product(
    'Field rucksack',
    'rucksack',
    'moss',
    'canvas',
    'Sailmaker & Daughter',
    168,
    'The same, with room for boots.',
  ),
  product('Desk lamp No. 2', 'lamp', 'ink', 'steel', 'Oro Studio', 104, 'The small one. Dims to a candle.'),
  product(
    'Kitchen stool',
    'stool',
    'rust',
    'oak',
    'Halm Joinery',
    112,
    'High enough for the worktop, with a rung for tired feet.',
  ),
  product(
    'Picnic blanket',
    'blanket',
    'rust',
    'wool',
    'Mill End',
    84,
    'Backed with waxed cotton, so the grass can be wet.',
  ),
  product(
    'Tree fern',
    'fern',
    'ink',
    'stoneware',
    'The Glasshouse',
    68,
    'Grows a frond a month and makes a room of a corner.',
  ),
  product('Camp kettle', 'kettle', 'ink', 'enamel', 'Kiln Row', 58, 'Survives a fire and looks better for it.'),
  product('Book tote', 'tote', 'sky', 'canvas', 'Sailmaker & Daughter', 39, 'As wide as an atlas.'),
  product('Globe pendant', 'pendant', 'sky', 'paper', 'Paper & Wire', 72, 'Folded paper on a wire frame. Packs flat.'),
  product('Column cactus', 'cactus', 'plum', 'terracotta', 'The Glasshouse', 54, 'A metre tall, and in no hurry.'),
  product('Stripe cushion', 'cushion', 'sand', 'linen', 'Mill End', 38, 'Washed linen, woven for mattresses.'),
  product(
    'Bedside lamp No. 1',
    'lamp',
    'moss',
    'ash',
    'Paper & Wire',
    96,
    'A turned foot and a paper shade. On at a touch.',
  ),
  product('Porch chair', 'chair', 'moss', 'ash', 'Halm Joinery', 260, 'Lives outside from April.'),
  product(
    'Long-table pendant',
    'pendant',
    'ink',
    'steel',
    'Oro Studio',
    189,
    'Throws an oval of light, so one does for six.',
  ),
];

export const productOf = (id: string): Product | undefined => products.find((each) => each.id === id);
export const price = (euros: number): string => `€${euros}`;
