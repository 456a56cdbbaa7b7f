import { darker, lighter, mix } from './colour.js';
import { at, circle, ellipse, line, opacity, path, poly, rect, stroke } from './sheet.js';

/** A bicycle, wheels on y = 0, 150 units long. */
export function bicycle(x, y, scale, frame, dark) {
  const wheel = (cx) => [
    circle(cx, -30, 29, 'none', `stroke="${dark}" stroke-width="4.5"`),
    [0, 30, 60, 90, 120, 150].map((turn) => {
      const [dx, dy] = [27 * Math.cos((turn * Math.PI) / 180), 27 * Math.sin((turn * Math.PI) / 180)];
      return line(
        [
          [cx - dx, -30 - dy],
          [cx + dx, -30 + dy],
        ],
        dark,
        0.7,
        opacity(0.7),
      );
    }),
  ];
  return at(x, y, scale, [
    wheel(-44),
    wheel(46),
    line(
      [
        [-44, -30],
        [-4, -27],
        [30, -76],
        [-16, -76],
        [-4, -27],
      ],
      frame,
      5,
    ),
    line(
      [
        [-44, -30],
        [-16, -76],
        [-19, -86],
      ],
      frame,
      4,
    ),
    line(
      [
        [46, -30],
        [29, -84],
      ],
      frame,
      4,
    ),
    line(
      [
        [-30, -88],
        [-9, -88],
      ],
      dark,
      6,
    ),
    stroke('M29,-84h14q9,0 6,10q-2,6 -9,5', dark, 4.5),
    circle(-4, -27, 8, dark),
  ]);
}

/** A rider on a bicycle, leaning into the effort. */
export function rider(x, y, scale, jersey, dark, skin = '#b9795a') {
  const shorts = mix(dark, '#20203a', 0.5);
  return [
    at(
      x,
      y,
      scale,
      line(
        [
          [-16, -92],
          [8, -58],
          [-12, -22],
        ],
        darker(skin, 0.35),
        9,
      ),
    ),
    bicycle(x, y, scale, mix(jersey, dark, 0.35), dark),
    at(x, y, scale, [
      line(
        [
          [-18, -94],
          [14, -66],
        ],
        shorts,
        15,
      ),
      line(
        [
          [14, -66],
          [2, -14],
          [12, -13],
        ],
        skin,
        9,
      ),
      line(
        [
          [2, -16],
          [14, -13],
        ],
        dark,
        8,
      ),
      line(
        [
          [-14, -98],
          [18, -120],
        ],
        jersey,
        23,
      ),
      line(
        [
          [20, -120],
          [28, -96],
          [46, -84],
        ],
        skin,
        8,
      ),
      line(
        [
          [20, -121],
          [25, -106],
        ],
        jersey,
        11,
      ),
      circle(35, -135, 10, skin),
      path('M22,-136q2,-15 16,-14q11,1 12,10q-14,-2 -28,4z', lighter(jersey, 0.3)),
    ]),
  ];
}

/** A standing person, feet on y, `height` tall. */
export function person(x, y, height, coat, legs, skin = '#c58c6a') {
  const u = height / 100;
  return at(x, y, Math.round(u * 1000) / 1000, [
    line(
      [
        [-6, -46],
        [-8, -3],
      ],
      legs,
      11,
    ),
    line(
      [
        [6, -46],
        [9, -3],
      ],
      legs,
      11,
    ),
    path('M-16,-44L-15,-76Q-13,-84 0,-84Q13,-84 15,-76L16,-44Q0,-39 -16,-44Z', coat),
    line(
      [
        [-15, -76],
        [-19, -50],
      ],
      darker(coat, 0.15),
      8,
    ),
    line(
      [
        [15, -76],
        [19, -50],
      ],
      darker(coat, 0.15),
      8,
    ),
    circle(0, -92, 8.5, skin),
    path('M-9,-92q-1,-11 9,-11q10,0 9,10q-8,-5 -18,1z', darker(legs, 0.3)),
  ]);
}

/** Head and shoulders seen from behind: for audiences and crowds. */
export const onlooker = (x, y, size, fill) => [
  circle(x, y - size * 1.05, size * 0.42, fill),
  path(
    `M${Math.round(x - size)},${Math.round(y + size)}q0,${-Math.round(size * 1.5)} ${Math.round(size)},${-Math.round(size * 1.5)}q${Math.round(size)},0 ${Math.round(size)},${Math.round(size * 1.5)}z`,
    fill,
  ),
];

/** A football, shaded. */
export function ball(s, x, y, radius) {
  const patch = (turn, far, size) => {
    const [cx, cy] = [x + Math.cos(turn) * radius * far, y + Math.sin(turn) * radius * far];
    const corners = [0, 1, 2, 3, 4].map((i) => [
      cx + Math.cos(turn + (i * 2 * Math.PI) / 5) * radius * size,
      cy + Math.sin(turn + (i * 2 * Math.PI) / 5) * radius * size,
    ]);
    return poly(corners, '#22243a');
  };
  return [
    ellipse(x + radius * 0.25, y + radius * 0.98, radius * 1.15, radius * 0.2, '#0b1420', opacity(0.4)),
    `<g ${s.clip(circle(x, y, radius, '#000'))}>`,
    circle(x, y, radius, '#fbf8ef'),
    patch(0.3, 0, 0.34),
    [0, 1, 2, 3, 4].map((i) => [
      patch(0.3 + (i * 2 * Math.PI) / 5, 0.98, 0.32),
      line(
        [
          [
            x + Math.cos(0.3 + (i * 2 * Math.PI) / 5) * radius * 0.3,
            y + Math.sin(0.3 + (i * 2 * Math.PI) / 5) * radius * 0.3,
          ],
          [
            x + Math.cos(0.3 + (i * 2 * Math.PI) / 5) * radius * 0.7,
            y + Math.sin(0.3 + (i * 2 * Math.PI) / 5) * radius * 0.7,
          ],
        ],
        '#22243a',
        radius * 0.035,
      ),
    ]),
    circle(x, y, radius, s.glow(['#ffffff', 0], ['#1b2440', 0, 0.55], ['#1b2440', 0.55])),
    '</g>',
  ];
}

/** A facade with lit windows. */
export function tower(r, x, base, width, height, fill, lit, share = 0.5) {
  const [columns, rows] = [Math.max(2, Math.round(width / 26)), Math.max(3, Math.round(height / 34))];
  const [dx, dy] = [width / columns, height / rows];
  const windows = r.times(rows - 1, (row) =>
    r.times(columns, (column) =>
      r.chance(share)
        ? rect(
            x + dx * (column + 0.25),
            base - height + dy * (row + 0.35),
            dx * 0.5,
            dy * 0.45,
            lit,
            opacity(r.between(0.35, 1)),
          )
        : '',
    ),
  );
  return [
    rect(x, base - height, width, height, fill),
    rect(x + width * 0.72, base - height, width * 0.28, height, '#060a1c', opacity(0.14)),
    windows,
  ];
}

/** A small house with a gable, shutters and a lit or dark window or two. */
export function house(r, x, base, width, height, wall, roof, pane) {
  const rows = Math.max(1, Math.round(height / 52));
  const columns = Math.max(1, Math.round(width / 48));
  return [
    rect(x, base - height, width, height, wall),
    rect(x + width * 0.7, base - height, width * 0.3, height, '#1a1030', opacity(0.09)),
    poly(
      [
        [x - 6, base - height],
        [x + width / 2, base - height - width * 0.38],
        [x + width + 6, base - height],
      ],
      roof,
    ),
    r.times(rows, (row) =>
      r.times(columns, (column) => {
        const [wx, wy] = [x + (width / columns) * (column + 0.5), base - height + (height / rows) * (row + 0.28)];
        return [
          rect(wx - 7, wy, 14, 24, r.chance(0.5) ? pane : darker(wall, 0.6)),
          rect(wx - 14, wy, 6, 24, roof),
          rect(wx + 8, wy, 6, 24, roof),
        ];
      }),
    ),
  ];
}

/** A bottle, a jug, a bowl …: vessels standing on y. */
export function bottle(x, y, height, fill) {
  const w = height * 0.15;
  return at(x, y, 1, [
    path(
      `M${-w},0V${-height * 0.58}Q${-w},${-height * 0.7} ${-w * 0.36},${-height * 0.74}V${-height}H${w * 0.36}V${-height * 0.74}Q${w},${-height * 0.7} ${w},${-height * 0.58}V0Z`,
      fill,
    ),
    rect(-w * 0.7, -height * 0.5, w * 1.4, height * 0.24, lighter(fill, 0.7)),
    rect(-w * 0.75, -height * 0.6, w * 0.22, height * 0.56, '#ffffff', opacity(0.28)),
    rect(-w * 0.45, -height * 1.01, w * 0.9, height * 0.07, darker(fill, 0.3)),
  ]);
}

export function bowl(x, y, width, fill) {
  const h = width * 0.42;
  return at(x, y, 1, [
    path(
      `M${-width / 2},${-h}Q${-width * 0.42},0 ${-width * 0.16},0H${width * 0.16}Q${width * 0.42},0 ${width / 2},${-h}Z`,
      fill,
    ),
    path(
      `M${width * 0.18},0Q${width * 0.42},0 ${width / 2},${-h}H${width * 0.36}Q${width * 0.34},${-h * 0.3} ${width * 0.18},0Z`,
      '#1a1030',
      opacity(0.14),
    ),
    rect(-width / 2, -h - width * 0.02, width, width * 0.05, lighter(fill, 0.25), 'rx="5"'),
  ]);
}

export const jug = (x, y, height, fill) =>
  at(x, y, Math.round(height) / 100, [
    stroke('M30,-70q34,2 26,34q-4,16 -26,18', darker(fill, 0.15), 9),
    path('M-26,-100Q-22,-74 -34,-56Q-44,-30 -30,0H30Q44,-30 34,-56Q22,-74 26,-96L36,-103Z', fill),
    path('M10,0H30Q44,-30 34,-56Q22,-74 26,-96L12,-98Q14,-70 22,-52Q30,-26 10,0Z', '#1a1030', opacity(0.13)),
  ]);

/** Rising steam: two loose curls. */
export const steam = (x, y, height, colour, share = 0.5) =>
  [-0.14, 0.12].map((shift) =>
    stroke(
      `M${Math.round(x + shift * height)},${Math.round(y)}q${Math.round(-height * 0.16)},${-Math.round(height * 0.25)} 0,${-Math.round(height * 0.5)}t0,${-Math.round(height * 0.5)}`,
      colour,
      height * 0.05,
      opacity(share),
    ),
  );
