import { darker, lighter, mix } from './colour.js';
import { ball, onlooker, person } from './figures.js';
import { birds, ranges, sky, tree } from './land.js';
import { WIDTH, at, circle, ellipse, group, line, opacity, path, poly, rect, stroke } from './sheet.js';

const KITS = [
  ['#c5342f', '#fdf3dd'],
  ['#2459a0', '#f4d35e'],
  ['#1f7a5c', '#ffffff'],
  ['#f2a93a', '#22243a'],
  ['#6b2f7a', '#f3e6c8'],
];
const GRASS = '#3f8a4c';

function pitch(s, top, tint) {
  const bands = Array.from({ length: 12 }, (_, i) => {
    const [a, b] = [(i / 12) ** 1.7, ((i + 1) / 12) ** 1.7].map((t) => top + (800 - top) * t);
    return rect(0, a, WIDTH, b - a + 1, mix(i % 2 ? GRASS : lighter(GRASS, 0.1), tint, 0.22));
  });
  return [bands, rect(0, top, WIDTH, 800 - top, s.fall(['#fff6d0', 0.28], ['#0a2018', 0.25]))];
}

const crowd = (r, y, rows, colours, shade) =>
  r.times(rows, (row) =>
    r.times(80, (i) =>
      circle(
        i * 15.4 + (row % 2) * 7 - 6,
        y + row * 14 + r.between(-2, 2),
        6.4,
        mix(r.pick(colours), shade, r.between(0.15, 0.6)),
      ),
    ),
  );

const goal = (x, y, k, net) =>
  at(x, y, k, [
    r20((i) =>
      line(
        [
          [-150 + i * 15, -100],
          [-128 + i * 12.8, -4],
        ],
        net,
        1.2,
        opacity(0.5),
      ),
    ),
    r20((i) =>
      i < 9
        ? line(
            [
              [-150 + i * 2.2, -98 + i * 11],
              [150 - i * 2.2, -98 + i * 11],
            ],
            net,
            1.2,
            opacity(0.5),
          )
        : '',
    ),
    line(
      [
        [-150, 0],
        [-150, -100],
        [150, -100],
        [150, 0],
      ],
      '#ffffff',
      7,
    ),
  ]);
const r20 = (make) => Array.from({ length: 21 }, (_, i) => make(i));

function player(x, y, height, [shirt, trim], stride) {
  return at(x, y, height / 100, [
    ellipse(4, 0, 26, 4, '#08180f', opacity(0.35)),
    line(
      [
        [-3, -48],
        [-10 - stride * 6, -26],
        [-16 - stride * 10, -6],
      ],
      '#c58c6a',
      8,
    ),
    line(
      [
        [3, -48],
        [12 + stride * 4, -28],
        [8 + stride * 12, -3],
      ],
      '#b5795a',
      8,
    ),
    line(
      [
        [-13 - stride * 9, -15],
        [-17 - stride * 10, -5],
      ],
      trim,
      8.5,
    ),
    line(
      [
        [9 + stride * 9, -14],
        [8 + stride * 12, -4],
      ],
      trim,
      8.5,
    ),
    path('M-13,-40L-12,-58H12L15,-40Q0,-34 -13,-40Z', trim),
    path('M-13,-54L-14,-76Q-12,-84 0,-84Q12,-84 14,-76L13,-54Z', shirt),
    line(
      [
        [-13, -77],
        [-23 - stride * 3, -62],
        [-20, -50],
      ],
      '#c58c6a',
      6,
    ),
    line(
      [
        [13, -77],
        [24 + stride * 3, -66],
        [30, -54],
      ],
      '#b5795a',
      6,
    ),
    line(
      [
        [-13, -77],
        [-19, -68],
      ],
      shirt,
      8,
    ),
    line(
      [
        [13, -77],
        [20, -69],
      ],
      shirt,
      8,
    ),
    circle(1, -92, 8, '#c58c6a'),
    path('M-8,-92q0,-11 9,-11q10,0 9,9q-8,-5 -18,2z', '#2a1c22'),
  ]);
}

export const football = {
  stadium(s, r, light) {
    sky(s, r, light, { y: 150, size: 0, horizon: 400, clouds: 4 });
    const [home, away] = [r.pick(KITS), r.pick(KITS)];
    const steel = darker(light.near, 0.15);
    s.add(
      path('M-10,250Q600,150 1210,250V330Q600,250 -10,330Z', steel),
      r.times(15, (i) =>
        line(
          [
            [i * 86, 262 - 50 * Math.sin((i / 14) * 3.14)],
            [i * 86 + 43, 330 - 40 * Math.sin((i / 14) * 3.14)],
          ],
          lighter(steel, 0.3),
          3,
        ),
      ),
    );
    s.add(
      rect(0, 288, WIDTH, 192, s.fall(darker(steel, 0.3), steel)),
      crowd(r, 316, 11, [...home, ...home, '#f4ead6', '#3a4a6a'], steel),
    );
    s.add(
      rect(0, 462, WIDTH, 30, '#f6f1e2'),
      r.times(9, (i) => rect(i * 136 + 6, 466, 124, 22, mix(KITS[i % 5][0], '#22243a', 0.15))),
      pitch(s, 490, light.far),
    );
    s.add(
      stroke('M180,530H1020', '#fff', 4, opacity(0.85)),
      stroke('M350,530L300,600H900L850,530', '#fff', 4, opacity(0.85)),
      stroke('M480,602q120,40 240,0', '#fff', 4, opacity(0.85)),
      stroke('M-10,700L180,530M1210,700L1020,530', '#fff', 5, opacity(0.85)),
      goal(600, 532, 0.85, '#ffffff'),
    );
    [110, 1090].forEach((x) =>
      s.add(
        line(
          [
            [x, 480],
            [x, 110],
          ],
          steel,
          14,
        ),
        rect(x - 62, 62, 124, 66, darker(steel, 0.2), 'rx="6"'),
        [0, 1, 2, 3].map((i) => [0, 1].map((j) => circle(x - 44 + i * 29, 80 + j * 29, 11, '#fffdf0'))),
        circle(x, 95, 250, s.glow(['#fff8d8', 0.75], ['#fff8d8', 0.2, 0.4], ['#fff8d8', 0])),
        poly(
          [
            [x - 40, 120],
            [x + 40, 120],
            [x < 600 ? 900 : 700, 800],
            [x < 600 ? 250 : 100, 800],
          ],
          s.fall(['#fffbe0', 0.2], ['#fffbe0', 0]),
        ),
      ),
    );
    s.add(
      [
        [470, 640, 105, home, 0.6],
        [720, 625, 98, away, -0.3],
        [620, 690, 135, home, 0.9],
        [310, 720, 150, away, 0.4],
        [930, 740, 160, home, 0.2],
      ].map(([x, y, h, kit, stride]) => player(x, y, h, kit === home ? home : [kit[1], kit[0]], stride)),
      ball(s, 706, 690, 15),
    );
  },

  board(s, r, light) {
    s.add(
      rect(0, 0, WIDTH, 800, '#2f7a45'),
      r.times(12, (i) => rect(i * 100, 0, 100, 800, i % 2 ? '#35854c' : '#2c7341')),
      rect(0, 0, WIDTH, 800, s.glow(['#fffbd8', 0.2], ['#062014', 0.45])),
    );
    const chalk = (d) => stroke(d, '#f8fff2', 6, opacity(0.92));
    s.add(
      chalk('M70,80H1130V720H70Z'),
      chalk('M600,80V720'),
      circle(600, 400, 105, 'none', 'stroke="#f8fff2" stroke-width="6"'),
      circle(600, 400, 8, '#f8fff2'),
      chalk('M70,210H250V590H70M70,310H130V490H70M250,330q54,70 0,140'),
      chalk('M1130,210H950V590H1130M1130,310H1070V490H1130M950,330q-54,70 0,140'),
    );
    const [home, away] = [KITS[r.int(0, 2)], KITS[3]];
    const chips = (list, [shirt, trim]) =>
      list.map(([x, y]) => [
        ellipse(x + 7, y + 9, 28, 26, '#04180c', opacity(0.4)),
        circle(x, y, 27, shirt, `stroke="${trim}" stroke-width="6"`),
      ]);
    const jitter = (list) => list.map(([x, y]) => [x + r.between(-26, 26), y + r.between(-26, 26)]);
    s.add(
      chips(
        jitter([
          [120, 400],
          [300, 190],
          [270, 340],
          [270, 470],
          [300, 620],
          [470, 280],
          [450, 420],
          [480, 550],
          [720, 230],
          [760, 410],
          [710, 600],
        ]),
        home,
      ),
      chips(
        jitter([
          [1080, 400],
          [900, 220],
          [930, 350],
          [930, 470],
          [890, 590],
          [800, 320],
          [650, 480],
          [830, 520],
          [560, 190],
          [560, 630],
          [540, 400],
        ]),
        away,
      ),
    );
    s.add(
      stroke('M470,280Q600,140 870,290', light.glow, 8, 'stroke-dasharray="22 18"'),
      poly(
        [
          [893, 304],
          [858, 302],
          [874, 276],
        ],
        light.glow,
      ),
      stroke('M480,550Q660,700 990,500', '#ffffff', 8),
      poly(
        [
          [1014, 484],
          [980, 490],
          [998, 518],
        ],
        '#ffffff',
      ),
    );
  },

  park(s, r, light) {
    sky(s, r, light, { y: 330, x: r.between(380, 800), size: 60, horizon: 500 });
    ranges(s, r, light, { from: 470, to: 505, count: 2, height: 90, shape: 'soft', reach: 0.4 });
    s.add(
      r.times(11, (i) => rect(i * 112 - 10, 420 - (i % 4) * 24, 92, 110, mix(light.far, light.near, 0.45)), r),
      r.times(17, (i) =>
        tree(r, i * 76 - 6, 530, r.between(90, 170), mix(mix('#5a8a44', '#d08a3a', r.next()), light.near, 0.35)),
      ),
    );
    s.add(
      pitch(s, 520, light.far),
      stroke('M-10,566H1210', '#fff', 5, opacity(0.6)),
      goal(r.between(540, 660), 596, 1.5, '#ffffff'),
    );
    const kit = r.pick(KITS);
    s.add(
      [
        [300, 690, 170, kit, 0.7],
        [880, 680, 160, [kit[1], kit[0]], 0.3],
        [1020, 730, 200, kit, 0.9],
        [170, 640, 120, [kit[1], kit[0]], -0.2],
      ].map(([x, y, h, k, stride]) => [
        poly(
          [
            [x - 14, y],
            [x + 14, y],
            [x + h * 0.9, y + 46],
            [x + h * 0.75, y + 50],
          ],
          '#10281a',
          opacity(0.25),
        ),
        player(x, y, h, k, stride),
      ]),
      ball(s, 600, 712, 52),
      birds(r, 6, 300, 200, light.near),
    );
  },

  tunnel(s, r, light) {
    const stone = darker(light.near, 0.45);
    s.add(rect(0, 0, WIDTH, 800, stone));
    s.add(
      path('M360,640V300Q360,150 600,150T840,300V640Z', s.fall(light.sky[1], light.sky[2])),
      circle(600, 330, 420, s.glow([light.sun, 0.95], [light.sun, 0.35, 0.4], [light.sun, 0])),
    );
    s.add(
      `<g ${s.clip(path('M360,640V300Q360,150 600,150T840,300V640Z', '#000'))}>`,
      rect(360, 330, 480, 150, mix(light.far, light.near, 0.35)),
      crowd(r, 346, 9, ['#c5342f', '#f4ead6', '#2459a0', '#f2a93a'], light.far),
      rect(360, 470, 480, 200, s.fall('#8fc47a', '#3f8a4c')),
      stroke('M360,520H840', '#fff', 5, opacity(0.8)),
      '</g>',
    );
    s.add(
      [
        [0, 0, 360, 150],
        [1200, 0, 840, 150],
      ].map(([x, y, ex, ey]) =>
        r.times(7, (i) =>
          line(
            [
              [x, y + i * 110],
              [ex, ey + i * 78],
            ],
            lighter(stone, 0.2),
            3,
            opacity(0.5),
          ),
        ),
      ),
      stroke('M352,648V300Q352,142 600,142T848,300V648', lighter(stone, 0.3), 14),
      poly(
        [
          [352, 640],
          [848, 640],
          [1210, 810],
          [-10, 810],
        ],
        s.fall(mix(light.sky[2], stone, 0.35), stone),
      ),
    );
    s.add(
      poly(
        [
          [420, 640],
          [780, 640],
          [960, 800],
          [240, 800],
        ],
        s.fall([light.sun, 0.55], [light.sun, 0]),
      ),
    );
    const kit = r.pick(KITS);
    s.add(
      [
        [430, 660, 190],
        [765, 664, 196],
        [510, 690, 250],
        [690, 700, 262],
        [330, 740, 330],
        [885, 752, 350],
      ].map(([x, y, h], i) => [
        poly(
          [
            [x - h * 0.12, y],
            [x + h * 0.12, y],
            [x + (x - 600) * 0.3 + h * 0.16, y + 90],
            [x + (x - 600) * 0.3 - h * 0.2, y + 90],
          ],
          '#05060f',
          opacity(0.4),
        ),
        person(x, y, h, mix(kit[i % 2], stone, 0.45), darker(stone, 0.2), mix('#b9795a', stone, 0.35)),
      ]),
    );
  },

  terrace(s, r, light) {
    sky(s, r, light, { y: 210, size: 44, horizon: 420 });
    const [shirt, trim] = r.pick(KITS);
    s.add(
      rect(0, 330, WIDTH, 90, mix(light.far, light.near, 0.4)),
      crowd(r, 340, 6, [shirt, trim, '#e9dcc4'], light.far),
      pitch(s, 410, light.far),
      stroke('M-10,432H1210M240,432L210,476H990L960,432', '#fff', 3, opacity(0.7)),
      goal(600, 440, 0.5, '#fff'),
    );
    for (let row = 0; row < 5; row++) {
      const size = 28 + row * 13;
      const y = 520 + row * 68;
      for (let x = -20 + (row % 2) * 34 + r.between(0, 20); x < 1240; x += size * 1.75) {
        const coat = mix(r.pick([shirt, trim, '#2b3350', '#4a4258', '#6b4a3c']), light.near, 0.55 - row * 0.06);
        s.add(
          onlooker(x, y + r.between(-8, 8), size, coat),
          circle(
            x,
            y - size * 1.02,
            size * 0.4,
            mix(r.pick(['#8a5a44', '#c58c6a', '#5a3a2e', '#2a1c22']), light.near, 0.25),
          ),
          r.chance(0.55)
            ? [
                rect(x - size * 0.5, y - size * 0.74, size, size * 0.26, shirt, 'rx="6"'),
                [0, 1, 2].map((i) =>
                  rect(x - size * 0.4 + i * size * 0.32, y - size * 0.74, size * 0.13, size * 0.26, trim),
                ),
              ]
            : '',
        );
        if (row < 4 && r.chance(0.2))
          s.add(
            line(
              [
                [x - size * 0.8, y - size * 0.2],
                [x - size * 1.1, y - size * 1.9],
              ],
              coat,
              size * 0.26,
            ),
            line(
              [
                [x + size * 0.8, y - size * 0.2],
                [x + size * 1.1, y - size * 1.9],
              ],
              coat,
              size * 0.26,
            ),
            poly(
              [
                [x - size * 1.3, y - size * 2.2],
                [x + size * 1.3, y - size * 2.2],
                [x + size * 1.26, y - size * 1.75],
                [x - size * 1.26, y - size * 1.75],
              ],
              shirt,
            ),
            [0, 1, 2].map((i) => rect(x - size * 0.9 + i * size * 0.7, y - size * 2.2, size * 0.3, size * 0.45, trim)),
          );
      }
    }
    s.add(
      group(
        opacity(0.75),
        [
          [250, 380],
          [930, 360],
        ].map(([x, y]) => [
          circle(x, y, 190, s.glow([shirt, 0.65], [shirt, 0])),
          circle(x, y + 20, 46, s.glow(['#fff3c0', 1], ['#ff9d4d', 0.5, 0.4], ['#ff9d4d', 0])),
        ]),
      ),
    );
  },

  spot(s, r, light) {
    sky(s, r, light, { y: 160, size: 0, horizon: 330, clouds: 4 });
    s.add(
      rect(0, 230, WIDTH, 130, s.fall(darker(light.near, 0.1), mix(light.near, light.far, 0.3))),
      crowd(r, 246, 7, ['#e9dcc4', '#c5342f', '#2459a0', '#f2a93a'], light.near),
      [180, 460, 740, 1020].map((x) => [
        circle(x, 130, 180, s.glow(['#fffbe0', 0.8], ['#fffbe0', 0])),
        rect(x - 46, 114, 92, 30, '#fffdf0', 'rx="8"'),
      ]),
    );
    s.add(
      pitch(s, 350, light.far),
      ellipse(600, 420, 420, 32, 'none', 'stroke="#fff" stroke-width="5" opacity=".7"'),
      line(
        [
          [0, 660],
          [WIDTH, 660],
        ],
        '#ffffff',
        26,
        opacity(0.85),
      ),
    );
    s.add(
      r.times(240, () => {
        const [x, y] = [r.between(0, WIDTH), r.between(560, 800)];
        return stroke(
          `M${Math.round(x)},${Math.round(y)}q${r.int(-6, 6)},-14 ${r.int(-10, 10)},-${r.int(18, 38)}`,
          mix(GRASS, r.chance(0.5) ? '#bfe08a' : '#123f28', r.between(0.1, 0.6)),
          4,
          opacity(0.8),
        );
      }),
    );
    s.add(
      ball(s, 560, 560, 150),
      r.times(46, (i) =>
        stroke(
          `M${330 + i * 10 + r.int(-4, 4)},724q${r.int(-6, 6)},-18 ${r.int(-10, 10)},-${r.int(22, 48)}`,
          mix(GRASS, i % 2 ? '#a9d67a' : '#1a5a34', 0.4),
          5,
        ),
      ),
    );
    s.add(
      group(
        'transform="translate(905 700)"',
        path('M-10,-330h112v220q60,60 40,110h-270q-20,-50 60,-70q60,-20 58,-80z', r.pick(KITS)[0]),
        rect(-12, -330, 116, 60, '#fff'),
        path('M-128,0q-20,-50 60,-70q50,-16 57,-66q70,30 120,10q50,76 33,126z', '#1f2030'),
        [0, 1, 2].map((i) =>
          line(
            [
              [-70 + i * 30, -66 - i * 14],
              [-46 + i * 30, -44 - i * 12],
            ],
            '#fff',
            6,
          ),
        ),
        r.times(6, (i) => rect(-118 + i * 46, 0, 20, 18, '#e8e4d8', 'rx="4"')),
      ),
    );
    if (light.stars === undefined && light.cloud < '#8')
      s.add(
        r.times(90, () => {
          const [x, y] = [r.between(0, WIDTH), r.between(0, 780)];
          return line(
            [
              [x, y],
              [x - 10, y + 34],
            ],
            '#ffffff',
            2,
            opacity(0.35),
          );
        }),
      );
  },
};
