import { eachFeature, MAX_FEATURES, type Item } from '../item.js';
import type { Policy } from '../policy/policy.js';
import type { Sum } from '../profile/sum.js';
import { noEvidence, type Evidence } from './evidence.js';

/** Adds a share of what a sum says, as it has faded by now, to evidence; and gives that. */
export type ReadSum = (sum: Sum | undefined, share?: number, into?: Evidence) => Evidence;

/** The same of what is known of a feature: as `eachFeature` tells them. */
export type ReadFeature = (into: Evidence, name: string, share: number) => Evidence;

/** What is known of the dimensions of dense vectors: the same ones in every item, so they are read once, not once an item. */
interface Dimensions {
  readonly likings: Float64Array;
  readonly confidences: Float64Array;
}

function dimensionsOf(read: ReadFeature): Dimensions {
  const likings = new Float64Array(MAX_FEATURES);
  const confidences = new Float64Array(MAX_FEATURES);
  for (let i = 0; i < MAX_FEATURES; i++)
    ({ liking: likings[i], confidence: confidences[i] } = read(noEvidence(), `#${i}`, 1));
  return { likings, confidences };
}

/**
 * Returns a vector's squared length; `undefined` when not all of it are numbers. Read by `at`: where lists of words have
 * been read by index, too, V8 turns each number of each vector into an object of its own, for good, in five times the time.
 */
function addDense(
  vector: readonly unknown[],
  { likings, confidences }: Dimensions,
  into: Evidence,
): number | undefined {
  let squares = 0;
  let liking = 0;
  let confidence = 0;
  for (let i = 0; i < vector.length && i < MAX_FEATURES; i++) {
    const weight = vector.at(i);
    if (typeof weight !== 'number') return undefined;
    if (weight * weight < Infinity) {
      squares += weight * weight;
      liking += weight * (likings[i] as number);
      confidence += Math.abs(weight) * (confidences[i] as number);
    }
  }
  into.liking = liking;
  into.confidence = confidence;
  return squares;
}

/**
 * Tells what is known of the features of items: what is known of each times the item's shares. It is what `featureShares`
 * would give, but without the shares: for thousands of items that were never seen, making them is most of the work.
 */
export function contentOf(read: ReadFeature, { content }: Policy): (item: Item, into: Evidence) => Evidence {
  const said = noEvidence();
  let dimensions: Dimensions | undefined;
  return (item, into) => {
    const { features: vector, creator } = item;
    said.liking = said.confidence = 0;
    const squares = Array.isArray(vector) ? addDense(vector, (dimensions ??= dimensionsOf(read)), said) : undefined;
    const length =
      squares === undefined
        ? eachFeature(item, said, read)
        : Math.sqrt(squares + (creator ? eachFeature({ creator }, said, read) : 0));
    if (length > 0) {
      into.liking += (content * said.liking) / length;
      into.confidence += (content * said.confidence) / length;
    }
    return into;
  };
}
