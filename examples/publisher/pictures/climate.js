import { darker, lighter, mix } from './colour.js';
import { birds, conifer, ranges, roll, sky, soft, tree, water } from './land.js';
import { WIDTH, circle, ellipse, group, line, opacity, path, poly, rect, stroke, through } from './sheet.js';

function turbine(x, y, height, fill, turn) {
  const hub = y - height;
  const blade = (angle) =>
    group(
      `transform="rotate(${Math.round(angle)} ${Math.round(x)} ${Math.round(hub)})"`,
      path(
        `M${Math.round(x)},${Math.round(hub)}q${Math.round(height * 0.06)},${-Math.round(height * 0.16)} ${Math.round(height * 0.012)},${-Math.round(height * 0.6)}q${-Math.round(height * 0.05)},${Math.round(height * 0.3)} ${-Math.round(height * 0.012)},${Math.round(height * 0.6)}z`,
        fill,
      ),
    );
  return [
    poly(
      [
        [x - height * 0.012, hub],
        [x + height * 0.012, hub],
        [x + height * 0.026, y],
        [x - height * 0.026, y],
      ],
      fill,
    ),
    blade(turn),
    blade(turn + 120),
    blade(turn + 240),
    circle(x, hub, height * 0.028, fill),
  ];
}

export const climate = {
  lighthouse(s, r, light) {
    sky(s, r, light, { x: 330, y: 300, horizon: 520, clouds: 8 });
    ranges(s, r, light, { from: 505, to: 520, count: 2, height: 60, reach: 0.4 });
    water(s, r, light, 515, { sunX: 330 });
    s.add(
      poly(
        [
          [858, 262],
          [-20, 120],
          [-20, 330],
        ],
        s.across([light.glow, 0], [light.glow, 0.5]),
      ),
    );
    const rock = mix(light.near, '#4a4250', 0.4);
    s.add(
      r.times(6, (i) =>
        stroke(
          `M${-40 + i * 40},${640 + i * 26}${'q60,-34 120,0t120,0'.repeat(5)}`,
          lighter(light.far, 0.55),
          4 + i,
          opacity(0.32),
        ),
      ),
    );
    s.add(
      path(
        'M690,800Q700,640 770,610Q800,560 850,566Q930,560 960,610Q1090,630 1210,600V800Z',
        s.fall(lighter(rock, 0.15), darker(rock, 0.4)),
      ),
    );
    s.add(
      poly(
        [
          [826, 572],
          [836, 300],
          [880, 300],
          [892, 572],
        ],
        '#f7f0e2',
      ),
      [0, 1, 2].map((i) =>
        poly(
          [
            [828.5 + i * 2.4, 508 - i * 82],
            [889 - i * 3, 508 - i * 82],
            [887.5 - i * 3, 466 - i * 82],
            [830 + i * 2.4, 466 - i * 82],
          ],
          '#c5402f',
        ),
      ),
      poly(
        [
          [864, 300],
          [880, 300],
          [892, 572],
          [866, 572],
        ],
        '#20142a',
        opacity(0.16),
      ),
    );
    s.add(
      rect(824, 290, 68, 12, darker(rock, 0.2)),
      rect(838, 244, 40, 46, light.glow),
      line(
        [
          [858, 244],
          [858, 290],
        ],
        rock,
        4,
      ),
      path('M830,246Q858,204 886,246Z', '#a83325'),
      circle(858, 266, 130, s.glow([light.glow, 0.75], [light.glow, 0])),
    );
    s.add(
      r.times(26, () =>
        circle(r.between(660, 800), r.between(590, 720), r.between(4, 16), '#ffffff', opacity(r.between(0.2, 0.6))),
      ),
      birds(r, 7, 560, 240, darker(light.near, 0.1)),
    );
  },

  turbines(s, r, light) {
    sky(s, r, light, { y: 260, horizon: 540, clouds: 5 });
    ranges(s, r, light, { from: 500, to: 545, count: 2, height: 90, shape: 'soft', reach: 0.35 });
    water(s, r, light, 535, { sunX: 600 });
    const white = mix('#ffffff', light.sky[2], 0.25);
    s.add(
      r.times(7, (i) =>
        turbine(
          90 + i * 172 + r.between(-30, 30),
          548,
          r.between(120, 170),
          mix(white, light.far, 0.45),
          r.between(0, 120),
        ),
      ),
    );
    s.add(
      [
        [250, 600, 330],
        [640, 625, 420],
        [1010, 600, 350],
      ].map(([x, y, h]) => [
        ellipse(x, y + 2, 40, 7, lighter(light.far, 0.6), opacity(0.6)),
        turbine(x, y, h, white, r.between(0, 120)),
        rect(x - 15, y - 26, 30, 26, '#e9b13c'),
      ]),
    );
    s.add(
      path('M380,720h170l-26,42h-120z', '#b23a2e'),
      rect(420, 682, 62, 38, '#fbf4e4'),
      rect(428, 690, 14, 12, '#35506b'),
      rect(450, 690, 14, 12, '#35506b'),
      line(
        [
          [500, 720],
          [500, 640],
        ],
        '#35304a',
        5,
      ),
    );
  },

  glacier(s, r, light) {
    sky(s, r, light, { y: 200, horizon: 480 });
    ranges(s, r, light, { from: 380, to: 440, count: 3, height: 250, reach: 0.5 });
    const ice = ['#eef8fb', '#c5e4ee', '#8fc7dc', '#5ba3c4'].map((hex) => mix(hex, light.sky[1], 0.2));
    s.add(
      path(
        `M-10,540V400${r.times(25, (i) => `L${i * 50},${Math.round(372 + r.between(-22, 22) + Math.sin(i / 4) * 18)}`).join('')}V545Z`,
        s.fall(ice[0], ice[1], ice[2]),
      ),
    );
    s.add(
      r.times(46, () => {
        const x = r.between(0, WIDTH);
        return line(
          [
            [x, r.between(380, 430)],
            [x + r.between(-10, 10), r.between(450, 500)],
            [x + r.between(-14, 14), 542],
          ],
          r.chance(0.5) ? ice[3] : ice[0],
          r.between(2, 6),
          opacity(0.5),
        );
      }),
    );
    water(s, r, light, 538, { sunX: 560, glints: 30 });
    s.add(
      r.times(11, (i) => {
        const [x, y, w] = [60 + ((i * 397) % 1120), 570 + i * 20, 40 + i * 13];
        const h = w * r.between(0.35, 0.75);
        return [
          poly(
            [
              [x - w * 0.5, y],
              [x - w * 0.32, y - h * 0.7],
              [x - w * 0.05, y - h],
              [x + w * 0.22, y - h * 0.6],
              [x + w * 0.5, y],
            ],
            ice[0],
          ),
          poly(
            [
              [x - w * 0.05, y - h],
              [x + w * 0.22, y - h * 0.6],
              [x + w * 0.5, y],
              [x + w * 0.1, y],
            ],
            ice[2],
          ),
          poly(
            [
              [x - w * 0.5, y],
              [x + w * 0.5, y],
              [x + w * 0.25, y + h * 0.4],
              [x - w * 0.3, y + h * 0.35],
            ],
            ice[1],
            opacity(0.35),
          ),
        ];
      }),
    );
    s.add(
      path('M540,742l100,0l-16,22h-66z', '#c5402f'),
      line(
        [
          [590, 742],
          [590, 716],
        ],
        '#2b2a44',
        4,
      ),
      circle(590, 710, 7, '#2b2a44'),
      circle(618, 732, 7, '#2b2a44'),
    );
  },

  reservoir(s, r, light) {
    sky(s, r, light, { y: 200, horizon: 420, clouds: 2 });
    ranges(s, r, light, { from: 400, to: 440, count: 3, height: 150, reach: 0.45 });
    const earth = ['#e9cf9f', '#dcb681', '#cf9d68', '#bd8453', '#a66d45', '#8c5639'].map((hex) =>
      mix(hex, light.far, 0.12),
    );
    earth.forEach((fill, i) => {
      const inset = i * 62;
      s.add(
        path(
          `M-10,${420 + i * 8}Q300,${430 + i * 26} ${380 + inset * 0.6},${446 + i * 22}T1210,${430 + i * 10}V810H-10Z`,
          s.fall(lighter(fill, 0.15), fill),
        ),
      );
    });
    const lake = through([
      [430, 640],
      [520, 600],
      [600, 612],
      [690, 560],
      [800, 570],
      [880, 540],
      [1010, 552],
      [1060, 590],
      [960, 622],
      [930, 668],
      [800, 676],
      [740, 720],
      [600, 700],
      [500, 712],
      [430, 640],
    ]);
    s.add(
      [96, 66, 40, 18].map((width, i) =>
        path(
          `${lake}Z`,
          earth[i],
          `stroke="${['#a9744c', '#c99a6c', '#e2c08f', '#f6e7c6'][i]}" stroke-width="${width}" stroke-linejoin="round"`,
        ),
      ),
      path(`${lake}Z`, s.fall(light.sky[1], mix(light.sky[0], '#245a78', 0.6))),
    );
    s.add(
      r.times(14, () =>
        line(
          [
            [r.between(530, 700), r.between(596, 680)],
            [0, 0],
          ].map(([x, y], i, both) => (i ? [both[0][0] + 60, both[0][1]] : [x, y])),
          '#ffffff',
          2.5,
          opacity(0.4),
        ),
      ),
    );
    s.add(
      rect(250, 420, 26, 220, '#d8cbb4'),
      rect(238, 404, 50, 26, '#bda98c'),
      r.times(7, (i) => rect(246, 440 + i * 28, 34, 4, '#8c7a64')),
      line(
        [
          [0, 432],
          [250, 418],
        ],
        '#bda98c',
        12,
      ),
    );
    s.add(
      r.times(34, () => {
        const [x, y] = [r.between(0, WIDTH), r.between(715, 795)];
        return stroke(
          `M${Math.round(x)},${Math.round(y)}l${r.int(8, 30)},${r.int(-10, 10)}l${r.int(8, 30)},${r.int(4, 18)}l${r.int(-6, 16)},${r.int(10, 22)}`,
          darker(earth[5], 0.3),
          3,
          opacity(0.5),
        );
      }),
    );
    s.add(
      poly(
        [
          [905, 742],
          [1050, 742],
          [1030, 776],
          [930, 776],
        ],
        '#2f6f8f',
      ),
      line(
        [
          [905, 742],
          [1050, 742],
        ],
        '#f6efdc',
        5,
      ),
    );
  },

  forest(s, r, light) {
    sky(s, r, light, { y: 250, horizon: 560, clouds: 2 });
    ranges(s, r, light, { from: 420, to: 500, count: 2, height: 180, reach: 0.3 });
    for (let layer = 0; layer < 5; layer++) {
      const t = layer / 4;
      const tone = mix(light.far, darker(light.near, 0.15), 0.2 + t * 0.8);
      const base = 500 + layer * 70;
      s.add(soft(roll(r, base, 34), s.fall(tone, mix(tone, light.sky[2], 0.3 * (1 - t)))));
      const count = Math.round(46 - layer * 8);
      s.add(
        r.times(count, (i, share) => {
          const clearing = layer > 2 && share > 0.34 && share < 0.68 ? 0.45 : 1;
          return conifer(
            share * 1260 - 30 + r.between(-14, 14),
            base + r.between(-6, 22),
            (60 + 62 * layer) * r.between(0.75, 1.3) * clearing,
            tone,
          );
        }),
      );
      if (layer < 4)
        s.add(rect(0, base - 40, WIDTH, 130, s.fall([light.sky[2], 0], [light.sky[2], 0.42], [light.sky[2], 0])));
    }
    s.add(birds(r, 5, 640, 190, darker(light.near, 0.1)));
  },

  marsh(s, r, light) {
    sky(s, r, light, { y: 280, horizon: 440, clouds: 5 });
    ranges(s, r, light, { from: 425, to: 445, count: 2, height: 60, shape: 'soft', reach: 0.4 });
    const reed = mix(light.far, '#8f9a4c', 0.5);
    s.add(rect(0, 438, WIDTH, 362, s.fall(mix(reed, light.sky[2], 0.45), darker(reed, 0.45))));
    const creek = (points, grow) => {
      const side = (sign) => points.map(([x, y]) => [x + sign * (4 + (y - 440) * grow), y]);
      return path(
        `${through(side(-1))}L${through(side(1).reverse()).slice(1)}Z`,
        s.fall(light.sky[2], light.sky[1], mix(light.sky[0], light.near, 0.2)),
      );
    };
    s.add(
      creek(
        [
          [560, 442],
          [640, 470],
          [520, 510],
          [700, 560],
          [480, 630],
          [640, 720],
          [560, 830],
        ],
        0.34,
      ),
      creek(
        [
          [980, 446],
          [900, 480],
          [1000, 520],
          [860, 570],
          [760, 610],
        ],
        0.1,
      ),
      creek(
        [
          [180, 446],
          [260, 490],
          [150, 540],
          [330, 600],
          [430, 640],
        ],
        0.11,
      ),
    );
    s.add(
      r.times(150, () => {
        const y = 470 + r.next() ** 0.6 * 330;
        const x = r.between(0, WIDTH);
        if (Math.abs(x - 590) < (y - 430) * 0.6) return '';
        const k = (y - 430) / 330;
        return stroke(
          `M${Math.round(x)},${Math.round(y)}q${r.int(-4, 4)},${-Math.round(40 * k)} ${r.int(-14, 14)},${-Math.round(70 * k)}`,
          r.chance(0.4) ? lighter(reed, 0.35) : darker(reed, 0.5),
          1 + 3 * k,
          opacity(0.75),
        );
      }),
    );
    s.add(
      birds(r, 16, 720, 250, darker(light.near, 0.1)),
      line(
        [
          [236, 742],
          [236, 690],
        ],
        '#3a3142',
        4,
      ),
      path('M214,690q10,-30 40,-28l30,-36q8,-6 14,2l26,6l-26,4q-14,46 -50,54z', '#f3efe4'),
    );
  },

  rooftops(s, r, light) {
    sky(s, r, light, { y: 200, horizon: 460 });
    ranges(s, r, light, { from: 430, to: 470, count: 2, height: 100, shape: 'soft', reach: 0.35 });
    for (let row = 0; row < 4; row++) {
      const t = row / 3;
      let x = -80 - row * 30;
      while (x < 1240) {
        const w = (110 + 120 * t) * r.between(0.85, 1.25);
        const [base, h] = [540 + row * 96, (70 + 60 * t) * r.between(0.85, 1.2)];
        const roof = mix(r.pick(['#b5533a', '#9c4234', '#7f4a48', '#c06a45']), light.far, 0.45 * (1 - t));
        s.add(
          rect(x + 8, base - 20, w - 16, 190, mix(r.pick(['#f0dfc4', '#e2c7a4', '#f6ecd9']), light.far, 0.4 * (1 - t))),
        );
        s.add(
          poly(
            [
              [x, base],
              [x + w * 0.18, base - h],
              [x + w * 0.82, base - h],
              [x + w, base],
            ],
            s.fall(lighter(roof, 0.12), roof),
          ),
        );
        if (r.chance(0.75))
          s.add(
            r.times(3, (i) =>
              r.times(2, (j) =>
                poly(
                  [
                    [0, 0],
                    [1, 0],
                    [1, 1],
                    [0, 1],
                  ].map(([u, v]) => [
                    x + w * (0.24 + 0.18 * (i + u * 0.92)) - (v + j) * w * 0.012,
                    base - h * (0.88 - 0.36 * (j + v * 0.9)),
                  ]),
                  s.fall('#5d86b5', '#1f355f'),
                  'stroke="#d5e3ef" stroke-width="1.5"',
                ),
              ),
            ),
          );
        if (r.chance(0.5)) s.add(rect(x + w * 0.76, base - h - 26, 18, 44, mix('#94503e', light.far, 0.35 * (1 - t))));
        s.add(
          r.times(3, (i) =>
            rect(
              x + w * (0.2 + i * 0.24),
              base + 22,
              18,
              28,
              r.chance(0.4) ? light.glow : darker(light.near, 0.1),
              opacity(0.85),
            ),
          ),
        );
        x += w + 4;
      }
    }
    s.add(
      tree(r, 1070, 812, 210, mix('#4d8a56', light.near, 0.2)),
      tree(r, 120, 820, 190, mix('#5c9a58', light.near, 0.25)),
    );
  },
};
