import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** One rating, from 0 to 10, in seconds since 1970-01-01. */
export interface Rating {
  readonly user: string;
  readonly item: string;
  readonly rating: number;
  readonly timestamp: number;
}

/**
 * The ratings of MovieTweetings 100K (Dooms et al. 2013).
 * @throws Error saying where they were looked for, or which row is none.
 */
export async function readRatings(data: string): Promise<Rating[]> {
  const file = join(data, 'movietweetings', 'ratings.csv');
  const text = await read(file);
  return parse<Readonly<Record<string, string>>>(text, { columns: true, skip_empty_lines: true }).map((row, i) => {
    const { user = '', item = '' } = row;
    const [rating, timestamp] = [Number(row['rating']), Number(row['timestamp'])];
    if (user === '' || item === '' || !(rating >= 0 && rating <= 10) || !(timestamp > 0))
      throw new Error(`[penchant] row ${i} of ${file} is no rating.`);
    return { user, item, rating, timestamp };
  });
}

/**
 * The genres of its films, as features: `genre:Drama`.
 * @throws Error saying where they were looked for.
 */
export async function readGenres(data: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const text = await read(join(data, 'movietweetings', 'movies.dat'));
  const films = text.split('\n').map((line) => line.trim().split('::'));
  return new Map(
    films.flatMap(([id, , genres = '']): [string, string[]][] =>
      id ? [[id, genres.split('|').flatMap((genre) => (genre ? [`genre:${genre}`] : []))]] : [],
    ),
  );
}

const read = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(
      `[penchant] there is no ${file}: name the folder that holds movietweetings/ with PENCHANT_DATA or --data.`,
      { cause },
    );
  });

/** What is left when users and items with fewer than `least` ratings go, and those who then have fewer, and so on. */
export function core(ratings: readonly Rating[], least: number): readonly Rating[] {
  const [users, items] = [new Map<string, number>(), new Map<string, number>()];
  for (const { user, item } of ratings) {
    users.set(user, (users.get(user) ?? 0) + 1);
    items.set(item, (items.get(item) ?? 0) + 1);
  }
  const left = ratings.filter(({ user, item }) => (users.get(user) ?? 0) >= least && (items.get(item) ?? 0) >= least);
  return left.length === ratings.length ? ratings : core(left, least);
}
