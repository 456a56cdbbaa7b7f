import type { FastifyInstance } from 'fastify';
import { problem, ProblemSchema, refuse } from '../problem.js';
import { lengthOf } from '../publish/published.js';
import { nameOf, type Publication } from '../publish/publish.js';
import type { StoreFailure } from '../routes/health.js';
import { tokenGuard } from '../routes/token-guard.js';
import type { Sites } from '../sites.js';
import type { EpochCount, Store } from '../store/store.js';
import { version } from '../version.js';
import type { Arrivals } from './arrivals.js';
import { Overview, SORTS, type Sort } from './overview-document.js';
import { selectItems, type ItemQuery } from './select-items.js';
import { describeStorage } from './storage.js';
import { Summaries } from './summaries.js';

export interface OverviewRoutes {
  readonly store: Store;
  /** Where the store is, to tell its kind and size; an embedder's own store has none. */
  readonly storeAddress: string | undefined;
  readonly sites: Sites;
  readonly clock: () => number;
  readonly adminTokenHash: string | undefined;
  readonly arrivals: Arrivals;
  readonly publications: ReadonlyMap<string, Publication>;
  readonly lastStoreFailure: () => StoreFailure | undefined;
  readonly minContributions: number;
  readonly openEpochs: boolean;
  readonly publishSeconds: number;
}

interface Query {
  readonly site?: string;
  readonly sort?: Sort;
  readonly search?: string;
  /** Digits: a query is text, and nothing that arrives is converted unseen. */
  readonly page?: string;
}

const MOST_EPOCHS = 53; //  a year
const MOST_LISTS = 12; //   names of lists come from anyone: a flood of them must not become a flood of charts
const MAX_SEARCH_CHARS = 128;

const schema = {
  summary: 'What the dashboard shows of a site',
  security: [{ token: [] }],
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: {
      site: { type: 'string', description: 'Left out, the first site of this collector.' },
      sort: { type: 'string', enum: SORTS },
      search: { type: 'string', maxLength: MAX_SEARCH_CHARS, description: 'Part of an item’s id.' },
      page: { type: 'string', pattern: '^[1-9][0-9]{0,6}$', description: 'Page of items, from 1.' },
    },
  },
  response: { 200: Overview, ...Object.fromEntries([400, 401, 404].map((status) => [status, ProblemSchema])) },
};

/** One answer with all that the dashboard needs, for who brings the admin token. It also answers when the store fails. */
export function overviewRoutes(app: FastifyInstance, options: OverviewRoutes): void {
  const { sites, clock, adminTokenHash } = options;
  const startedAt = clock();
  const summaries = new Summaries(options);
  app.get<{ Querystring: Query }>(
    '/admin/overview',
    { schema, onRequest: tokenGuard(adminTokenHash) },
    async (request, reply) => {
      const [first = ''] = sites.keys();
      const { site = first, sort = 'best', search = '', page = '1' } = request.query;
      const origins = sites.get(site);
      if (!origins)
        return refuse(reply, problem('not-found', '/site', `${JSON.stringify(site)} is not a site of this collector`));
      reply.header('cache-control', 'no-store');
      const query = { sort, search, page: Number(page) };
      const told = await describeSite(options, summaries, site, query);
      return { version, startedAt, sites: [...sites.keys()], site, origins: [...origins], ...told };
    },
  );
}

type SiteOverview = Omit<Overview, 'version' | 'startedAt' | 'sites' | 'site' | 'origins'>;

async function describeSite(
  options: OverviewRoutes,
  summaries: Summaries,
  site: string,
  query: ItemQuery,
): Promise<SiteOverview> {
  const { store, storeAddress, clock, arrivals, lastStoreFailure } = options;
  let unreadable: string | undefined;
  const isUnreadable = (error: unknown): undefined => void (unreadable = nameOf(error));
  const epochs: readonly EpochCount[] = (await store.epochs(site).catch(isUnreadable)) ?? [];
  const summary = await summaries.of(site, epochs).catch(isUnreadable);
  const shown = unreadable === undefined ? summary : summaries.last(site);
  const failure = lastStoreFailure();
  return {
    now: clock(),
    epochs: epochs.slice(-MOST_EPOCHS).map(({ epoch, contributions }) => ({ epoch, contributions })),
    arrivals: arrivals.of(site, clock()),
    store: {
      ...(storeAddress === undefined ? {} : { storage: await describeStorage(storeAddress) }),
      ...(unreadable === undefined ? {} : { unreadable }),
      ...(failure ? { failure } : {}),
    },
    model: describeModel(options, site, summaries),
    ...(shown
      ? {
          learned: {
            summedAt: shown.summedAt,
            totals: shown.totals,
            lists: shown.lists.slice(0, MOST_LISTS),
            moreLists: Math.max(0, shown.lists.length - MOST_LISTS),
            plays: [...shown.plays],
            dwells: [...shown.dwells],
            items: selectItems(shown.items, query),
          },
        }
      : {}),
  };
}

function describeModel(options: OverviewRoutes, site: string, summaries: Summaries): Overview['model'] {
  const { publications, minContributions, openEpochs, publishSeconds } = options;
  const { publishedAt, lastFailure, model } = publications.get(site) ?? {};
  const { lists, items } = summaries.last(site)?.served ?? { lists: 0, items: 0 };
  return {
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(lastFailure ? { failure: lastFailure } : {}),
    bytes: model ? lengthOf(model) : 0,
    lists,
    items,
    minContributions,
    openEpochs,
    publishSeconds,
  };
}
