import { mix, lighter, darker } from './colour.js';
import { HEIGHT, WIDTH, circle, ellipse, group, line, opacity, path, poly, rect, stroke, through } from './sheet.js';

/** The whole sky: gradient, stars where the light has them, sun or moon with its glow, clouds. */
export function sky(s, r, light, { x = r.between(260, 940), y = 250, size = 52, clouds = 3, horizon = 620 } = {}) {
  s.add(rect(0, 0, WIDTH, HEIGHT, s.fall(...light.sky.map((hex, i) => [hex, 1, (i / 2) * (horizon / HEIGHT)]))));
  s.add(
    r.times(light.stars ?? 0, () =>
      circle(
        r.between(0, WIDTH),
        r.next() ** 1.5 * horizon * 0.8,
        r.between(0.8, 2.4),
        '#fff8e6',
        opacity(r.between(0.3, 0.95)),
      ),
    ),
  );
  s.add(circle(x, y, size * 5.5, s.glow([light.sun, 0.65], [light.sun, 0.18, 0.5], [light.sun, 0])));
  if (size) s.add(circle(x, y, size, light.sun));
  s.add(
    r.times(clouds, () =>
      cloud(
        r,
        r.between(0, WIDTH),
        r.between(90, horizon * 0.55),
        r.between(120, 300),
        light.cloud,
        r.between(0.35, 0.8),
      ),
    ),
  );
}

export function cloud(r, x, y, width, fill, share = 0.7) {
  const puffs = r.times(4, (_, t) => {
    const size = width * (0.13 + 0.13 * Math.sin(Math.PI * (0.15 + t * 0.7)) * r.between(0.7, 1.2));
    return ellipse(x + (t - 0.5) * width * 0.66, y - size * 0.45, size, size * 0.8, fill);
  });
  return group(
    opacity(share),
    puffs,
    rect(x - width / 2, y - width * 0.1, width, width * 0.13, fill, `rx="${Math.round(width * 0.065)}"`),
  );
}

/** A jagged skyline by midpoint displacement. */
export function ridge(r, base, height, detail = 6, roughness = 0.52) {
  let ys = [r.next(), r.next(), r.next()];
  for (let level = 0, swing = 0.6; level < detail - 1; level++, swing *= roughness) {
    ys = ys.flatMap((y, i) => (i ? [(ys[i - 1] + y) / 2 + r.between(-swing, swing), y] : [y]));
  }
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  return ys.map((y, i) => [-10 + (i / (ys.length - 1)) * (WIDTH + 20), base - ((y - low) / (high - low)) * height]);
}

/** A soft skyline: two slow waves. */
export function roll(r, base, height) {
  const [a, b, p, q] = [r.between(0.9, 1.6), r.between(2, 3.4), r.between(0, 6.3), r.between(0, 6.3)];
  return r.times(17, (_, t) => [
    -10 + t * (WIDTH + 20),
    base - height * (0.5 + 0.33 * Math.sin(p + t * 6.3 * a) + 0.17 * Math.sin(q + t * 6.3 * b)),
  ]);
}

const down = (d) => `${d}L${WIDTH + 10},${HEIGHT}L-10,${HEIGHT}Z`;
export const jagged = (points, fill, more) =>
  path(down(`M${points.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).join('L')}`), fill, more);
export const soft = (points, fill, more) => path(down(through(points)), fill, more);

/** Ranges one behind another, each paler and hazier with distance. */
export function ranges(
  s,
  r,
  light,
  { from = 430, to = 640, count = 4, height = 190, shape = 'jagged', reach = 0.75 } = {},
) {
  for (let i = 0; i < count; i++) {
    const t = count > 1 ? i / (count - 1) : 0;
    const tone = mix(light.far, light.near, t * reach);
    const fill = s.fall(tone, mix(tone, light.sky[2], 0.35));
    const base = from + (to - from) * t;
    s.add(
      shape === 'jagged'
        ? jagged(ridge(r, base, height * (1 - t * 0.35)), fill)
        : soft(roll(r, base, height * (1 - t * 0.35)), fill),
    );
  }
}

/** Snow on the heights of a ridge: a narrow lit face under each peak. */
export function snowcaps(points, below, fill) {
  return points.map(([x, y], i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (!before || !after || y > before[1] || y > after[1] || y > below) return '';
    const drop = (below - y) * 0.6;
    return poly(
      [
        [x, y],
        [x + drop * 0.55, y + drop],
        [x + drop * 0.2, y + drop * 0.7],
        [x, y + drop * 1.1],
        [x - drop * 0.2, y + drop * 0.65],
        [x - drop * 0.45, y + drop * 0.8],
      ],
      fill,
      opacity(0.75),
    );
  });
}

/** Water from `top` to the lower edge, with a path of light under the sun. */
export function water(s, r, light, top, { sunX = 600, glints = 46, bottom = HEIGHT } = {}) {
  s.add(
    rect(
      0,
      top,
      WIDTH,
      bottom - top,
      s.fall(mix(light.sky[2], light.far, 0.45), mix(light.far, light.near, 0.45), mix(light.far, light.near, 0.85)),
    ),
  );
  s.add(
    r.times(glints, () => {
      const depth = r.next();
      const y = top + 6 + depth * depth * (bottom - top - 14);
      const near = r.chance(0.55);
      const x = near ? sunX + r.between(-1, 1) * (30 + 190 * depth) : r.between(0, WIDTH);
      const half = 8 + depth * r.between(20, 70);
      return line(
        [
          [x - half, y],
          [x + half, y],
        ],
        near ? light.sun : lighter(light.far, 0.4),
        1.5 + depth * 3.5,
        opacity(near ? 0.65 : 0.28),
      );
    }),
  );
}

export function conifer(x, y, height, fill) {
  const w = height * 0.24;
  return path(
    `M${Math.round(x)},${Math.round(y - height)}l${Math.round(w * 0.55)},${Math.round(height * 0.36)}h${-Math.round(w * 0.2)}l${Math.round(w * 0.45)},${Math.round(height * 0.32)}h${-Math.round(w * 0.2)}l${Math.round(w * 0.5)},${Math.round(height * 0.32)}h${-Math.round(w * 2.2)}l${Math.round(w * 0.5)},${-Math.round(height * 0.32)}h${-Math.round(w * 0.2)}l${Math.round(w * 0.45)},${-Math.round(height * 0.32)}h${-Math.round(w * 0.2)}Z`,
    fill,
  );
}

export const poplar = (x, y, height, fill) => [
  rect(x - height * 0.02, y - height * 0.25, height * 0.04, height * 0.25, darker(fill, 0.4)),
  ellipse(x, y - height * 0.56, height * 0.13, height * 0.44, fill),
];

export function tree(r, x, y, height, fill) {
  const crown = r.times(5, (i) =>
    circle(
      x + r.between(-0.26, 0.26) * height,
      y - height * r.between(0.52, 0.86),
      height * r.between(0.16, 0.26),
      mix(fill, '#fff2c0', i * 0.035),
    ),
  );
  return [
    stroke(`M${Math.round(x)},${Math.round(y)}V${Math.round(y - height * 0.6)}`, darker(fill, 0.45), height * 0.06),
    crown,
  ];
}

export const birds = (r, count, x, y, colour) =>
  r.times(count, () => {
    const [bx, by, w] = [x + r.between(-150, 150), y + r.between(-60, 60), r.between(8, 17)];
    return stroke(
      `M${Math.round(bx - w)},${Math.round(by - w * 0.4)}Q${Math.round(bx - w * 0.4)},${Math.round(by - w * 0.6)} ${Math.round(bx)},${Math.round(by)}Q${Math.round(bx + w * 0.4)},${Math.round(by - w * 0.6)} ${Math.round(bx + w)},${Math.round(by - w * 0.4)}`,
      colour,
      3,
    );
  });
