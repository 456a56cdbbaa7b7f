import type { Policy } from '../policy/policy.js';

/**
 * How sure repeated, ignored impressions make us, from 0. The first `free` ones say nothing, and neither does any
 * impression of an item that was acted on: `confidence` is what its own signals weigh.
 */
export const ignoredConfidence = (exposures: number, confidence: number, { impression, kinds }: Policy): number =>
  confidence > 0 ? 0 : Math.max(0, exposures - impression.free) * kinds.impression.confidence;
