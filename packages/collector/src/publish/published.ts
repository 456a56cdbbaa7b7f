import { createHash, hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { MAX_SHARDS } from '@penchant/core';
import type { ModelDocument, ModelShard } from '@penchant/core/schema';
import { encode, type Encoded } from '../routes/encoded.js';

/** A model as it is served. */
export interface Published {
  /** Of all that the document says: `digestOf`. */
  readonly sha256: string;
  /** The whole; or, where it would be too large, all but what it tells by item, and the names of the shards. */
  readonly index: Encoded;
  /** What a large model tells by item, by the names of the shards; otherwise empty. */
  readonly shards: ReadonlyMap<string, Encoded>;
  /** How many items no shard has room for: those seen least. */
  readonly itemsLeftOut: number;
}

/** Most that one document may weigh with gzip; with Brotli it weighs less. */
const MOST_BYTES = 131_072;

/** A cut never aims at exactly what fits: what is left compresses a little worse. */
const CUT_MARGIN = 0.97;

/** Entries that are made text of together: all of a large model would take more memory than all that it was made of. */
const TOGETHER = 1_000;

/** Piece by piece, a text weighs at most so much more than as a whole. */
const PIECES_MARGIN = 1.25;

/**
 * Compresses a model; a large one in parts. An item's part follows from its id alone, so that what is learnt of one item
 * changes one part. The same document gives the same bytes.
 */
export function published(document: ModelDocument, sha256 = digestOf(document)): Published {
  const weight = piecesOf(document).reduce((sum, piece) => sum + weigh(piece()), 0) / PIECES_MARGIN;
  const whole = weight <= MOST_BYTES ? encode(bytesOf(document)) : undefined;
  if (whole && whole.forms.gzip.bytes.length <= MOST_BYTES)
    return { sha256, index: whole, shards: new Map(), itemsLeftOut: 0 };
  const { parts, itemsLeftOut } = split(document, weight);
  const shards = new Map(parts.map((part) => encode(bytesOf(part))).map((part) => [nameOf(part), part]));
  const { items: _items, neighbours: _neighbours, ...rest } = document;
  const index: ModelDocument = { ...rest, items: [], shards: [...shards.keys()] };
  return { sha256, index: encode(bytesOf(index)), shards, itemsLeftOut };
}

/** SHA-256 of all that a document says, base64. */
export function digestOf(document: ModelDocument): string {
  const digest = createHash('sha256');
  for (const piece of piecesOf(document)) digest.update(piece());
  return digest.digest('base64');
}

/** The document that was published, but for the items that were left out; shard by shard. */
export function documentOf({ index, shards }: Published): ModelDocument {
  const { shards: _names, ...document } = JSON.parse(String(index.forms.identity.bytes)) as ModelDocument;
  const parts = [...shards.values()].map(({ forms }) => JSON.parse(String(forms.identity.bytes)) as ModelShard);
  return parts.length === 0
    ? document
    : {
        ...document,
        items: parts.flatMap(({ items }) => items),
        neighbours: parts.flatMap(({ neighbours = [] }) => neighbours),
      };
}

/** How long it is, uncompressed. */
export const lengthOf = ({ index, shards }: Published): number =>
  [index, ...shards.values()].reduce((sum, { forms }) => sum + forms.identity.bytes.length, 0);

/** As few parts as hold everything; where the most there may be do not, of the items seen most. */
function split(
  document: ModelDocument,
  weight: number,
): { readonly parts: readonly ModelShard[]; readonly itemsLeftOut: number } {
  const enough = 2 ** Math.ceil(Math.log2(weight / MOST_BYTES)); // or more: they are not all of one weight
  for (let count = Math.min(Math.max(2, enough), MAX_SHARDS); ; count *= 2) {
    const parts = partsOf(document, count);
    const most = heaviest(parts);
    if (most <= MOST_BYTES) return { parts, itemsLeftOut: 0 };
    if (count >= MAX_SHARDS) return cut(document, most);
  }
}

function cut(document: ModelDocument, heaviestBytes: number): ReturnType<typeof split> {
  const impressions = new Map(document.neighbours?.map(({ item }) => [item, 0]));
  for (const { item, impressions: seen } of document.items) impressions.set(item, seen);
  const seen = (item: string): number => impressions.get(item) ?? 0;
  const mostSeenFirst = [...impressions.keys()].sort((a, b) => seen(b) - seen(a) || (a < b ? -1 : 1));
  for (let room = mostSeenFirst.length, weight = heaviestBytes; ;) {
    room = Math.floor((room * CUT_MARGIN * MOST_BYTES) / weight);
    const kept = new Set(mostSeenFirst.slice(0, room));
    const isKept = ({ item }: { readonly item: string }): boolean => kept.has(item);
    const { items, neighbours = [] } = document;
    const rest = { ...document, items: items.filter(isKept), neighbours: neighbours.filter(isKept) };
    const parts = partsOf(rest, MAX_SHARDS);
    weight = heaviest(parts);
    if (weight <= MOST_BYTES) return { parts, itemsLeftOut: mostSeenFirst.length - kept.size };
  }
}

function partsOf({ version, site, items, neighbours = [] }: ModelDocument, count: number): ModelShard[] {
  const parts = Array.from({ length: count }, () => ({
    items: [] as typeof items,
    neighbours: [] as typeof neighbours,
  }));
  for (const entry of items) parts[placeOf(entry.item, count)]?.items.push(entry);
  for (const entry of neighbours) parts[placeOf(entry.item, count)]?.neighbours.push(entry);
  return parts.map((part) => ({ version, site, items: part.items, ...(part.neighbours.length > 0 && part) }));
}

/** Makes a document's text, a piece at a time. */
function piecesOf({ items, neighbours = [], ...rest }: ModelDocument): (() => Buffer)[] {
  const entries = [items, neighbours].flatMap((all) =>
    Array.from(
      { length: Math.ceil(all.length / TOGETHER) },
      (_, i) => () => bytesOf(all.slice(i * TOGETHER, (i + 1) * TOGETHER)),
    ),
  );
  return [() => bytesOf(rest), ...entries];
}

const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const placeOf = (item: string, count: number): number => Number.parseInt(hash('sha256', item).slice(0, 8), 16) % count;
const weigh = (bytes: Buffer): number => gzipSync(bytes).byteLength;
const heaviest = (parts: readonly ModelShard[]): number =>
  parts.reduce((most, part) => Math.max(most, weigh(bytesOf(part))), 0);
const nameOf = ({ sha256 }: Encoded): string => Buffer.from(sha256, 'base64').toString('base64url');
