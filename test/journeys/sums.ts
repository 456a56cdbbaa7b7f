import type { Store } from '@penchant/collector';

/** A site's sums in the words a reader's signals are taken down in, each as often as it was counted. */
export async function wordsOf(store: Store, site: string): Promise<string[]> {
  const { lists, reactions } = await store.sums(site);
  const times = (n: number, word: string): string[] => new Array<string>(n).fill(word);
  return [
    ...lists.flatMap(({ list, item, position, impressions, clicks }) => [
      ...times(impressions, `impression ${list} ${position} ${item}`),
      ...times(clicks, `click ${list} ${position} ${item}`),
    ]),
    ...reactions.flatMap(({ item, likes, dislikes }) => [
      ...times(likes, `like ${item}`),
      ...times(dislikes, `dislike ${item}`),
    ]),
  ].sort();
}
