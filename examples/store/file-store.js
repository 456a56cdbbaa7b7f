// A store of one's own: every contribution is a file, and its name says once and for all whether it was added. Slow to
// read, and that is all that is wrong with it: it needs no database, is backed up with `cp`, and read with `cat`.
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { SumOverflow } from '@penchant/collector';
import { continuedIn, FAMILIES, sumsOfEach } from '@penchant/core/estimate';

/** What is counted, by what contributions call it: its table, and what tells its counts apart. */
const COUNTED = new Map(
  Object.entries(FAMILIES).map(([table, { family, head, keys }]) => [
    family,
    { table, about: [...Object.keys(head), ...Object.keys(keys)] },
  ]),
);

/**
 * Keeps contributions in a folder, which it makes: `<site>/<epoch>/<id>.json`.
 * @param {string} folder
 * @returns {import('@penchant/collector').Store}
 */
export function fileStore(folder) {
  /** @type {Set<Promise<unknown>>} */
  const adding = new Set();
  const siteOf = (/** @type {string} */ site) => join(folder, 'sites', encodeURIComponent(site));

  /** @type {import('@penchant/collector').Store['add']} */
  const add = async (contribution) => {
    const { site, epoch, id } = contribution;
    return (await createOnce(join(siteOf(site), String(epoch), `${id}.json`), JSON.stringify(contribution)))
      ? 'added'
      : 'duplicate';
  };

  const epochs = async (/** @type {string} */ site) => {
    const names = await namesIn(siteOf(site));
    const counts = names.map(async (name) => ({
      epoch: Number(name),
      contributions: (await namesIn(join(siteOf(site), name))).length,
    }));
    return (await Promise.all(counts)).sort((a, b) => a.epoch - b.epoch);
  };

  return {
    add(contribution) {
      const added = add(contribution);
      const settled = added.catch(() => undefined).finally(() => adding.delete(settled));
      adding.add(settled);
      return added;
    },
    epochs,
    async sums(site, { from = 0, to = Infinity } = {}) {
      /** @type {Record<string, Map<string, Record<string, unknown>>>} */
      const sums = {};
      for (const { epoch } of await epochs(site)) {
        if (epoch < from || epoch > to) continue;
        for (const name of await namesIn(join(siteOf(site), String(epoch)))) {
          const { family, list, cells } = JSON.parse(await readFile(join(siteOf(site), String(epoch), name), 'utf8'));
          const { table, about } = COUNTED.get(family);
          const whole = family === 'list' ? continuedIn(cells) : []; // what a visit tells of each of its cells
          for (const [i, cell] of cells.entries())
            count((sums[table] ??= new Map()), list === undefined ? cell : { list, ...cell, ...whole[i] }, about);
        }
      }
      return sumsOfEach((table) => [...(sums[table]?.values() ?? [])]);
    },
    forget: (site, epoch) => rm(join(siteOf(site), String(epoch)), { recursive: true, force: true }),
    async keep(name, value) {
      const file = join(folder, 'kept', encodeURIComponent(name));
      await createOnce(file, value);
      return readFile(file, 'utf8');
    },
    async kept(name) {
      return readFile(join(folder, 'kept', encodeURIComponent(name)), 'utf8').catch(
        (/** @type {NodeJS.ErrnoException} */ error) => {
          if (error.code !== 'ENOENT') throw error;
          return undefined;
        },
      );
    },
    async close() {
      await Promise.all(adding);
    },
  };
}

/** Adds a cell to the sum of all that are about the same: what `about` names, together. */
function count(
  /** @type {Map<string, Record<string, unknown>>} */ sums,
  /** @type {Record<string, unknown>} */ cell,
  /** @type {string[]} */ about,
) {
  const key = JSON.stringify(about.map((field) => cell[field]));
  const before = sums.get(key);
  const sum = { ...cell, contributions: 1 };
  for (const field of Object.keys(sum).filter((each) => !about.includes(each))) {
    sum[field] += before?.[field] ?? 0;
    if (!Number.isSafeInteger(sum[field]))
      throw new SumOverflow(`a sum would be ${sum[field]}, which is beyond exact whole numbers`);
  }
  sums.set(key, sum);
}

/** Makes a file, whole and on the disk, unless there is one of that name: of many that try at once, one does. */
async function createOnce(/** @type {string} */ path, /** @type {string} */ text) {
  const place = dirname(path);
  await mkdir(place, { recursive: true });
  const draft = join(await draftsBeside(place), randomUUID());
  const file = await open(draft, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path); // the one step that can be won by one alone
    await syncFolder(place);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft);
  }
}

/** Where files are written before they have a name: beside the folder, on the same disk. */
async function draftsBeside(/** @type {string} */ place) {
  const drafts = join(dirname(place), '.drafts');
  await mkdir(drafts, { recursive: true });
  return drafts;
}

async function syncFolder(/** @type {string} */ folder) {
  const opened = await open(folder, 'r');
  await opened.sync();
  await opened.close();
}

/** The names in a folder, but for drafts; none when it is not there. */
async function namesIn(/** @type {string} */ folder) {
  const names = await readdir(folder).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => !name.startsWith('.'));
}
