import type { Sums } from '@penchant/core/estimate';
import type { ModelDocument } from '@penchant/core/schema';
import type { Publication } from '../publish/publish.js';
import type { EpochCount, Store } from '../store/store.js';
import type { Arrivals } from './arrivals.js';

/** All that the page shows of one site. */
export interface Overview {
  readonly site: string;
  readonly sites: readonly string[];
  readonly model: ModelDocument;
  readonly modelAgeSeconds: number | undefined;
  readonly publicationFailed: string | undefined;
  readonly storeFailed: string | undefined;
  readonly arrivals: readonly number[];
  readonly refusals: Arrivals['refusals'];
  readonly epochs: readonly EpochCount[];
  readonly funnel: Readonly<Record<'impressions' | 'clicks' | 'likes' | 'dislikes', number>>;
  readonly disliked: readonly { readonly item: string; readonly likes: number; readonly dislikes: number }[];
}

export interface OverviewSources {
  readonly store: Store;
  readonly publications: ReadonlyMap<string, Publication>;
  readonly arrivals: Arrivals;
  readonly clock: () => number;
  readonly lastStoreFailure: () => { readonly at: number; readonly reason: string } | undefined;
}

const RECENT_MS = 60_000;
const DISLIKED_SHOWN = 5;

export async function overviewOf(site: string, sources: OverviewSources): Promise<Overview> {
  const { store, publications, arrivals, clock, lastStoreFailure } = sources;
  const now = clock();
  const publication = publications.get(site);
  const { publishedAt, lastFailure } = publication ?? {};
  const failure = lastStoreFailure();
  const sums = await store.sums(site);
  return {
    site,
    sites: [...publications.keys()],
    model: JSON.parse(String(publication?.model.forms.identity.bytes)) as ModelDocument, // our own bytes
    modelAgeSeconds: publishedAt === undefined ? undefined : Math.max(0, (now - publishedAt) / 1_000),
    publicationFailed: lastFailure && lastFailure.at >= (publishedAt ?? 0) ? lastFailure.reason : undefined,
    storeFailed: failure && now - failure.at < RECENT_MS ? failure.reason : undefined,
    arrivals: arrivals.perMinute(site, now),
    refusals: arrivals.refusals,
    epochs: await store.epochs(site),
    funnel: funnelOf(sums),
    disliked: [...sums.reactions]
      .filter(({ likes, dislikes }) => dislikes > likes)
      .sort((a, b) => b.dislikes - a.dislikes)
      .slice(0, DISLIKED_SHOWN),
  };
}

function funnelOf({ lists, reactions }: Sums): Overview['funnel'] {
  const funnel = { impressions: 0, clicks: 0, likes: 0, dislikes: 0 };
  for (const { impressions, clicks } of lists) {
    funnel.impressions += impressions;
    funnel.clicks += clicks;
  }
  for (const { likes, dislikes } of reactions) {
    funnel.likes += likes;
    funnel.dislikes += dislikes;
  }
  return funnel;
}
