const channels = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** `a` moved towards `b` by `share`. */
export function mix(a, b, share) {
  const to = channels(b);
  return `#${channels(a)
    .map((from, i) =>
      Math.round(from + (to[i] - from) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

export const darker = (hex, share) => mix(hex, '#0b0a1c', share);
export const lighter = (hex, share) => mix(hex, '#fffaf0', share);

/** Weather and hour for outdoor scenes: sky from top to horizon, the sun or moon, the farthest and the nearest ground. */
export const LIGHTS = {
  dawn: {
    sky: ['#6d86b8', '#e4b3a6', '#fde6c4'],
    sun: '#fff4d8',
    far: '#cfaab0',
    near: '#3a3355',
    glow: '#ffd98a',
    cloud: '#fbdccb',
  },
  noon: {
    sky: ['#4796cf', '#97cbe8', '#e8f4ee'],
    sun: '#fffbe6',
    far: '#a4c9d4',
    near: '#1f5350',
    glow: '#fff0c2',
    cloud: '#ffffff',
  },
  golden: {
    sky: ['#d9783f', '#f4b765', '#fdebbc'],
    sun: '#fff8de',
    far: '#e3a870',
    near: '#552b2c',
    glow: '#ffe08f',
    cloud: '#fcd9a4',
  },
  dusk: {
    sky: ['#2d2a5e', '#9d4d80', '#f6a86e'],
    sun: '#ffdda8',
    far: '#93608f',
    near: '#1d193c',
    glow: '#ffcf7a',
    cloud: '#cf7590',
    stars: 40,
  },
  night: {
    sky: ['#091130', '#16265a', '#41558f'],
    sun: '#f4f1dc',
    far: '#36498a',
    near: '#0a0f27',
    glow: '#ffd27a',
    cloud: '#2b3c75',
    stars: 130,
  },
  mist: {
    sky: ['#a9bfc0', '#cfdcd6', '#f1f1e4'],
    sun: '#fdfbee',
    far: '#bccbc6',
    near: '#25474a',
    glow: '#ffe9b0',
    cloud: '#f4f6ef',
  },
  storm: {
    sky: ['#26364a', '#566e80', '#c3c8b6'],
    sun: '#eef0da',
    far: '#8598a0',
    near: '#16242f',
    glow: '#ffd88a',
    cloud: '#3e5163',
  },
  snow: {
    sky: ['#8fafd3', '#cfdfee', '#fdeee4'],
    sun: '#fffaf0',
    far: '#c3d3e5',
    near: '#2f4770',
    glow: '#ffd9a1',
    cloud: '#ffffff',
  },
  meadow: {
    sky: ['#6fb0c9', '#bfdfcb', '#f9f1cf'],
    sun: '#fff9dc',
    far: '#aacdaa',
    near: '#1d4c39',
    glow: '#ffe79a',
    cloud: '#fffdf0',
  },
};

/** Indoor scenes: wall, its shadow, the table or floor, and five colours for things. */
export const ROOMS = {
  terracotta: {
    wall: '#ecd5bd',
    shade: '#d9b898',
    table: '#8c4a33',
    dark: '#3c2420',
    things: ['#c8502f', '#e9a93c', '#6f8f6b', '#35506b'],
    pale: '#fdf3e1',
  },
  sage: {
    wall: '#cddac9',
    shade: '#b0c4ad',
    table: '#a9774c',
    dark: '#2b3a33',
    things: ['#d4633f', '#ecc25a', '#4c806c', '#2f4a5e'],
    pale: '#faf5e4',
  },
  indigo: {
    wall: '#3f4d80',
    shade: '#313d6b',
    table: '#1e2448',
    dark: '#131733',
    things: ['#e0704d', '#f2bd5c', '#6fa59a', '#8fa3d8'],
    pale: '#f6ecd4',
  },
  cream: {
    wall: '#f4e7ca',
    shade: '#e4cfa3',
    table: '#c08650',
    dark: '#4a3526',
    things: ['#b8433a', '#e2a03b', '#7c9a5d', '#3f6480'],
    pale: '#fffaf0',
  },
  teal: {
    wall: '#2f6d6c',
    shade: '#255857',
    table: '#c4935c',
    dark: '#152f30',
    things: ['#e4683f', '#f3c567', '#8fc0a4', '#1d4350'],
    pale: '#f6efdc',
  },
  rose: {
    wall: '#f0cdc1',
    shade: '#dfae9f',
    table: '#7a3f4c',
    dark: '#3a2230',
    things: ['#c6433f', '#f0b25a', '#7a9a86', '#4a4f86'],
    pale: '#fdf1e8',
  },
};
