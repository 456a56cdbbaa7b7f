export const WIDTH = 1200;
export const HEIGHT = 800;

const short = (value) => String(Math.round(value * 10) / 10);
const pair = ([x, y]) => `${short(x)},${short(y)}`;

export const rect = (x, y, w, h, fill, more = '') =>
  `<rect x="${short(x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}" fill="${fill}" ${more}/>`;
export const circle = (x, y, r, fill, more = '') =>
  `<circle cx="${short(x)}" cy="${short(y)}" r="${short(r)}" fill="${fill}" ${more}/>`;
export const ellipse = (x, y, rx, ry, fill, more = '') =>
  `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(rx)}" ry="${short(ry)}" fill="${fill}" ${more}/>`;
export const poly = (points, fill, more = '') => `<path d="M${points.map(pair).join('L')}Z" fill="${fill}" ${more}/>`;
export const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;
export const line = (points, stroke, width, more = '') =>
  `<path d="M${points.map(pair).join('L')}" fill="none" stroke="${stroke}" stroke-width="${short(width)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
export const stroke = (d, colour, width, more = '') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${short(width)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
export const group = (more, ...parts) => `<g ${more}>${parts.flat(Infinity).join('')}</g>`;
export const at = (x, y, scale, ...parts) =>
  group(`transform="translate(${short(x)} ${short(y)}) scale(${scale})"`, parts);
export const opacity = (share) => `opacity="${short(share * 100) / 100}"`;

/** A smooth curve through the points (Catmull-Rom), as path data. */
export function through(points) {
  let d = `M${pair(points[0])}`;
  for (let i = 0; i < points.length - 1; i++) {
    const [before, from, to, after] = [
      points[i - 1] ?? points[i],
      points[i],
      points[i + 1],
      points[i + 2] ?? points[i + 1],
    ];
    const near = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const far = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    d += `C${pair(near)} ${pair(far)} ${pair(to)}`;
  }
  return d;
}

/** One picture in the making: shapes in painting order, gradients beside them. */
export function sheet() {
  const definitions = [];
  const shapes = [];

  function gradient(tag, place, colours) {
    const id = `g${definitions.length}`;
    const stops = colours.map((colour, i) => {
      const [hex, alpha = 1, offset = i / (colours.length - 1)] = [colour].flat();
      return `<stop offset="${short(offset * 100)}%" stop-color="${hex}"${alpha < 1 ? ` stop-opacity="${alpha}"` : ''}/>`;
    });
    definitions.push(`<${tag} id="${id}" ${place}>${stops.join('')}</${tag}>`);
    return `url(#${id})`;
  }

  return {
    add: (...parts) => shapes.push(...parts.flat(Infinity)),
    /** A colour is `'#hex'`, or `['#hex', alpha, offset]`. */
    fall: (...colours) => gradient('linearGradient', 'x2="0" y2="1"', colours),
    across: (...colours) => gradient('linearGradient', '', colours),
    glow: (...colours) => gradient('radialGradient', '', colours),
    clip(shape) {
      const id = `g${definitions.length}`;
      definitions.push(`<clipPath id="${id}">${shape}</clipPath>`);
      return `clip-path="url(#${id})"`;
    },
    toString: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" preserveAspectRatio="xMidYMid slice">` +
      `<defs>${definitions.join('')}</defs>${shapes.join('')}</svg>\n`,
  };
}
