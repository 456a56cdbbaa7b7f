/** Who clicks on what, of the items of one list from the top: `attractions` are chances of a click on what is examined, 0 to 1. */
export type ClickModel = (attractions: readonly number[], theta: readonly number[], chance: () => number) => boolean[];

/** Each position is examined with chance θ_k, whatever stands there and above (Richardson et al. 2007). */
const positionBased: ClickModel = (attractions, theta, chance) =>
  attractions.map((attraction, k) => chance() < (theta[k] ?? 0) * attraction);

/** Chances that what is examined at position k is clicked although it does not attract, e⁻_k, as Agarwal et al. 2019 (“trust bias”) found: highest on top. */
const NOISE_ON_TOP = 0.3;

/**
 * Visitors trust the list: what is examined is clicked, though it does not attract, with chance 0.3/k
 * (trust bias, Agarwal et al. 2019; here with e⁺ = 1).
 */
const trustBiased: ClickModel = (attractions, theta, chance) =>
  attractions.map((attraction, k) => {
    const noise = NOISE_ON_TOP / (k + 1);
    return chance() < (theta[k] ?? 0) * (attraction + noise * (1 - attraction));
  });

/** From the top down, going on to position k + 1 with chance θ_(k+1)/θ_k, until the first click (cascade, Craswell et al. 2008). */
const cascade: ClickModel = (attractions, theta, chance) => {
  let examined = true;
  return attractions.map((attraction, k) => {
    examined &&= k === 0 || chance() < (theta[k] ?? 0) / (theta[k - 1] ?? 1);
    const clicked = examined && chance() < attraction;
    examined &&= !clicked;
    return clicked;
  });
};

export const CLICK_MODELS = { position: positionBased, trust: trustBiased, cascade } as const satisfies Readonly<
  Record<string, ClickModel>
>;
export type ClickModelName = keyof typeof CLICK_MODELS;
