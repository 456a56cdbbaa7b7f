import { memoryStore } from '@penchant/collector';
import { contribution } from '../contributions.mjs';
import { byMany, textOf } from './installed.mjs';

/** Who sent what, and what was acknowledged: to be compared with the sums at the end. */
export class Books {
  sent = 0;
  acknowledged = new Set();

  /** Sends the next contribution. */
  async send(collector) {
    const id = this.sent++;
    const status = await collector.add(id);
    if (status === 'added' || status === 'duplicate') this.acknowledged.add(id);
    return status;
  }

  /** Sends everything once more; tells what was lost, and whether every sum is what it must be. */
  async close(collector) {
    let lost = 0;
    await byMany(this.sent, async (id) => {
      const status = await collector.add(id);
      if (this.acknowledged.has(id) ? status !== 'duplicate' : !['added', 'duplicate'].includes(status)) lost++;
    });
    const truth = memoryStore();
    for (let id = 0; id < this.sent; id++) await truth.add(contribution(id));
    const { lists } = await truth.sums('daily');
    const { epoch } = contribution(0);
    const expected = lists.map((sum) => textOf({ kind: 'list', epoch, ...sum })).sort();
    const exact = JSON.stringify(await collector.sums()) === JSON.stringify(expected);
    return {
      holds: lost === 0 && exact,
      result: `${this.sent} sent, ${this.acknowledged.size} acknowledged, ${lost} lost; sums ${exact ? 'exact' : 'WRONG'}`,
    };
  }
}
