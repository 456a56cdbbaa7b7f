/** What is filmed: a scene, its light, and how long it lasts. */
export const CLIPS = [
  { id: 'leaving-the-harbour', scene: 'sea', light: 'dawn', seconds: 16 },
  { id: 'night-train-north', scene: 'rails', light: 'night', seconds: 20 },
  { id: 'rain-on-canal-street', scene: 'rain', light: 'dusk', seconds: 18 },
  { id: 'last-embers', scene: 'fire', light: 'night', seconds: 14 },
  { id: 'noon-crossing', scene: 'sea', light: 'noon', seconds: 12 },
  { id: 'the-6-40-to-the-coast', scene: 'rails', light: 'dawn', seconds: 16 },
  { id: 'a-wet-monday', scene: 'rain', light: 'noon', seconds: 15 },
  { id: 'camp-above-the-lake', scene: 'fire', light: 'dusk', seconds: 18 },
  { id: 'the-tide-at-ten', scene: 'sea', light: 'night', seconds: 20 },
  { id: 'branch-line-in-june', scene: 'rails', light: 'noon', seconds: 14 },
  { id: 'everyone-is-home', scene: 'rain', light: 'night', seconds: 20 },
  { id: 'sail-into-evening', scene: 'sea', light: 'dusk', seconds: 18 },
  { id: 'evening-express', scene: 'rails', light: 'dusk', seconds: 15 },
  { id: 'first-light-kettle-on', scene: 'fire', light: 'dawn', seconds: 12 },
];
