import type { ListSum } from '@penchant/core/estimate';
import { ask, refusalOf } from './ask.js';
import type { Cell } from './tally.js';

export interface ServedOptions {
  readonly collector: string;
  readonly site: string;
  readonly adminToken: string;
}

/** One sum that a collector serves, and the week it is of. */
export interface ServedCell extends Cell {
  readonly epoch: number;
}

type ExportRow = ({ readonly kind: 'list'; readonly epoch: number } & ListSum) | { readonly kind: 'reactions' };

/**
 * Every sum of a site's lists, as the collector exports them.
 * @throws Error in one line when it does not.
 */
export async function readServed({ collector, site, adminToken }: ServedOptions): Promise<ServedCell[]> {
  const response = await ask(collector, `/admin/export?site=${encodeURIComponent(site)}&format=jsonl`, {
    headers: { authorization: `Bearer ${adminToken}` },
  });
  if (response.status !== 200) throw await refusalOf(response);
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  return lines
    .map((line) => JSON.parse(line) as ExportRow)
    .filter((row) => row.kind === 'list')
    .map(({ epoch, list, item, position, impressions, clicks }) => ({
      epoch,
      list,
      item,
      position,
      impressions,
      clicks,
    }));
}
