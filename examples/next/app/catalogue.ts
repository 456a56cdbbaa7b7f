/** A journey: an item that Penchant can rank, and what a reader sees of it. */
export interface Journey {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly hours: number;
  readonly features: readonly string[];
}

const journey = (by: string, place: string, title: string, hours: number, about: string): Journey => ({
  id: title.toLowerCase().replaceAll(/\W+/g, '-'),
  features: [`topic:${by}`, `place:${place}`],
  title,
  hours,
  about,
});

/** In the editors' order: what the server renders, for everybody. */
export const journeys: readonly Journey[] = [
  journey('ferries', 'hebrides', 'Oban to Barra, standing', 5, 'The deck is cold, and nobody goes in.'),
  journey('trains', 'alps', 'The long way over the Bernina', 4, 'Fifty-five tunnels, and a window that opens.'),
  journey('trails', 'wales', 'Three days on a border', 21, 'The dyke is older than both of the countries.'),
  journey('ferries', 'norway', 'The mail boat north', 34, 'It stops for a parcel, and so do you.'),
  journey('trains', 'sicily', 'The train that takes a ship', 12, 'It is taken apart at the quay, with you in it.'),
  journey('trails', 'vosges', 'From one inn to the next', 18, 'A dish for every pass.'),
  journey('ferries', 'greece', 'Slow boat to Amorgos', 9, 'The fast one is full. Good.'),
  journey('trains', 'scotland', 'Request stop: Corrour', 3, 'Put out your hand, or it goes on without you.'),
  journey('trails', 'madeira', 'Along the water', 7, 'A channel as wide as a boot, and a drop.'),
  journey('ferries', 'finland', 'Eleven islands by bicycle ferry', 8, 'The captain sells the buns, too.'),
  journey('trains', 'portugal', 'Douro, on the river side', 2, 'Sit on the right.'),
  journey('trails', 'iceland', 'The last hut', 9, 'Soup, and a logbook that is all weather.'),
];

export const journeyOf = (id: string): Journey | undefined => journeys.find((each) => each.id === id);
