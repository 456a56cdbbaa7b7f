import { darker, lighter, mix } from './colour.js';
import { house, onlooker, person } from './figures.js';
import { ranges, sky } from './land.js';
import { WIDTH, at, circle, ellipse, group, line, opacity, path, poly, rect, stroke } from './sheet.js';

const tripod = (x, y, k, hex) =>
  at(
    x,
    y,
    k,
    line(
      [
        [0, -150],
        [-60, 0],
      ],
      hex,
      9,
    ),
    line(
      [
        [0, -150],
        [60, 0],
      ],
      hex,
      9,
    ),
    line(
      [
        [0, -150],
        [6, 0],
      ],
      hex,
      9,
    ),
  );

const camera = (x, y, k, body, trim) => [
  tripod(x, y, k, darker(body, 0.2)),
  at(
    x,
    y,
    k,
    rect(-70, -226, 140, 82, body, 'rx="8"'),
    circle(-34, -262, 42, body),
    circle(38, -258, 36, body),
    circle(-34, -262, 26, trim),
    circle(38, -258, 21, trim),
    circle(-34, -262, 7, body),
    circle(38, -258, 6, body),
    poly(
      [
        [70, -206],
        [112, -222],
        [112, -152],
        [70, -168],
      ],
      darker(body, 0.3),
    ),
    rect(-58, -204, 40, 12, trim, 'rx="4"'),
  ),
];

const lamp = (s, x, y, k, hex, glow, flip) => [
  tripod(x, y, k, hex),
  at(
    x,
    y,
    k,
    line(
      [
        [0, -150],
        [0, -330],
      ],
      hex,
      9,
    ),
  ),
  group(
    `transform="translate(${x} ${y - 340 * k}) scale(${k * flip} ${k}) rotate(18)"`,
    poly(
      [
        [0, -20],
        [560, -190],
        [560, 330],
        [0, 30],
      ],
      s.across([glow, 0.55], [glow, 0]),
    ),
    rect(-64, -38, 72, 76, hex, 'rx="10"'),
    poly(
      [
        [8, -38],
        [46, -64],
        [46, 66],
        [8, 38],
      ],
      lighter(hex, 0.2),
    ),
    ellipse(46, 0, 11, 58, '#fffbe4'),
  ),
];

export const film = {
  auditorium(s, r, room) {
    s.add(rect(0, 0, WIDTH, 800, s.fall(darker(room.dark, 0.5), room.dark)));
    const tones = room.things;
    s.add(
      rect(
        230,
        90,
        740,
        400,
        s.fall(
          ...r.pick([
            [lighter(tones[3], 0.35), lighter(tones[1], 0.55), tones[1]],
            [mix(tones[3], '#101a3a', 0.4), tones[0], lighter(tones[1], 0.4)],
            [lighter(tones[2], 0.3), room.pale, tones[1]],
          ]),
        ),
      ),
    );
    s.add(
      `<g ${s.clip(rect(230, 90, 740, 400, '#000'))}>`,
      circle(r.between(420, 760), 270, 64, '#fff8e0'),
      path(`M220,420Q400,${r.int(270, 340)} 560,400T980,${r.int(330, 400)}V500H220Z`, mix(tones[2], room.dark, 0.35)),
      path('M220,450Q520,400 980,460V500H220Z', darker(tones[3], 0.45)),
      person(560, 452, 92, darker(room.dark, 0.2), darker(room.dark, 0.3)),
      person(600, 456, 86, darker(tones[0], 0.3), darker(room.dark, 0.3)),
      '</g>',
    );
    const curtain = (x, w, flip) =>
      r.times(5, (i) =>
        rect(
          x + i * (w / 5),
          0,
          w / 5 + 1,
          560,
          s.across(
            darker(tones[0], 0.45),
            mix(tones[0], room.dark, 0.12 + (flip ? i : 4 - i) * 0.1),
            darker(tones[0], 0.5),
          ),
        ),
      );
    s.add(
      curtain(0, 190, false),
      curtain(1010, 190, true),
      r.times(8, (i) =>
        path(
          `M${i * 150},0h150q-10,70 -75,74q-65,-4 -75,-74z`,
          s.fall(darker(tones[0], 0.35), mix(tones[0], room.dark, 0.15)),
        ),
      ),
      circle(600, 300, 640, s.glow(['#fff3cf', 0.22], ['#fff3cf', 0])),
    );
    for (let row = 0; row < 4; row++) {
      const [size, y] = [34 + row * 13, 560 + row * 66];
      s.add(
        r.times(Math.ceil(1260 / (size * 2.5)), (i) => {
          const x = i * size * 2.5 + (row % 2) * size;
          const seat = mix(tones[0], room.dark, 0.62 - row * 0.03);
          return [
            r.chance(0.52) ? onlooker(x, y - size * 0.5, size * 0.8, darker(room.dark, 0.3)) : '',
            path(
              `M${Math.round(x - size)},${Math.round(y + size * 2.4)}V${Math.round(y)}q${Math.round(size)},-${Math.round(size * 0.8)} ${Math.round(size * 2)},0V${Math.round(y + size * 2.4)}Z`,
              s.fall(lighter(seat, 0.12), darker(seat, 0.4)),
            ),
          ];
        }),
      );
    }
  },

  set(s, r, room) {
    s.add(
      rect(0, 0, WIDTH, 800, s.fall(darker(room.dark, 0.3), mix(room.dark, room.shade, 0.35))),
      r.times(8, (i) =>
        line(
          [
            [i * 170, 0],
            [i * 170, 90],
          ],
          lighter(room.dark, 0.2),
          5,
        ),
      ),
      rect(0, 84, WIDTH, 12, lighter(room.dark, 0.18)),
      r.times(6, (i) => [
        rect(80 + i * 210, 92, 54, 40, darker(room.dark, 0.4), 'rx="6"'),
        circle(107 + i * 210, 134, 70, s.glow(['#fff3c0', 0.5], ['#fff3c0', 0])),
      ]),
    );
    const [a, b, c, d] = room.things;
    s.add(
      rect(330, 150, 560, 440, darker(room.table, 0.2)),
      rect(346, 166, 528, 424, s.fall(mix(d, '#6fb3d6', 0.55), room.pale)),
    );
    s.add(
      `<g ${s.clip(rect(346, 166, 528, 424, '#000'))}>`,
      circle(740, 280, 56, '#fff6d8'),
      [0, 1, 2].map((i) =>
        path(
          `M340,${460 + i * 40}Q${450 + i * 90},${330 + i * 60} 610,${440 + i * 40}T890,${420 + i * 44}V600H340Z`,
          mix(c, d, 0.15 + i * 0.35),
        ),
      ),
      '</g>',
      line(
        [
          [346, 590],
          [250, 690],
        ],
        darker(room.table, 0.3),
        10,
      ),
      line(
        [
          [874, 590],
          [960, 690],
        ],
        darker(room.table, 0.3),
        10,
      ),
    );
    s.add(
      poly(
        [
          [0, 640],
          [1200, 640],
          [1200, 800],
          [0, 800],
        ],
        s.fall(mix(room.table, room.dark, 0.3), darker(room.table, 0.5)),
      ),
      poly(
        [
          [420, 590],
          [800, 590],
          [930, 720],
          [300, 720],
        ],
        lighter(room.table, 0.2),
      ),
      person(545, 690, 235, a, room.dark),
      person(690, 694, 225, b, darker(d, 0.3)),
    );
    s.add(
      lamp(s, 130, 740, 1.1, '#232432', '#fff1b8', 1),
      lamp(s, 1085, 730, 0.95, '#232432', '#fff1b8', -1),
      camera(330, 780, 1.25, '#1d1e2c', lighter(d, 0.2)),
      person(210, 800, 270, darker(c, 0.3), '#17182a'),
    );
    s.add(
      at(
        920,
        800,
        1.15,
        line(
          [
            [-60, 0],
            [50, -90],
          ],
          '#7a4a2c',
          9,
        ),
        line(
          [
            [60, 0],
            [-50, -90],
          ],
          '#7a4a2c',
          9,
        ),
        rect(-62, -100, 124, 16, a),
        line(
          [
            [-60, -90],
            [-60, -190],
          ],
          '#7a4a2c',
          9,
        ),
        line(
          [
            [60, -90],
            [60, -190],
          ],
          '#7a4a2c',
          9,
        ),
        rect(-64, -190, 128, 52, a),
      ),
    );
  },

  marquee(s, r, light) {
    sky(s, r, light, { size: 0, y: 100, horizon: 700, clouds: 2 });
    s.add(
      r.times(9, (i) =>
        rect(i * 140 - 20, 150 + ((i * 67) % 130), 130, 600, mix(light.near, light.far, 0.25 + (i % 3) * 0.08)),
      ),
      r.times(70, () =>
        rect(r.between(0, 1180), r.between(220, 560), 12, 17, light.glow, opacity(r.between(0.2, 0.7))),
      ),
    );
    const [face, neon] = r.pick([
      ['#8d2f3f', '#ffd166'],
      ['#1f5a68', '#ff8f6b'],
      ['#4b2f6b', '#7ff0d8'],
      ['#7a3a24', '#ffe08f'],
    ]);
    s.add(
      path(
        'M250,680V230Q260,150 360,140H840Q940,150 950,230V680Z',
        s.across(darker(face, 0.25), face, darker(face, 0.35)),
      ),
      r.times(7, (i) => rect(300 + i * 90, 160, 16, 270, lighter(face, 0.14))),
      rect(548, 40, 104, 380, darker(face, 0.35), 'rx="16"'),
      circle(600, 220, 300, s.glow([neon, 0.4], [neon, 0])),
      rect(556, 48, 88, 364, 'none', `rx="12" stroke="${neon}" stroke-width="6"`),
    );
    s.add(
      'LUMEN'
        .split('')
        .map(
          (letter, i) =>
            `<text x="600" y="${118 + i * 66}" text-anchor="middle" font-family="Georgia, serif" font-weight="700" font-size="62" fill="${neon}">${letter}</text>`,
        ),
    );
    s.add(
      poly(
        [
          [190, 440],
          [1010, 440],
          [960, 552],
          [240, 552],
        ],
        '#fdf5df',
      ),
      r.times(3, (i) => rect(300 + i * 30, 464 + i * 27, 600 - i * 60 - r.int(0, 120), 13, '#2b2636')),
      r.times(34, (i) => [
        circle(196 + i * 24.6, 434, 8, '#fff6c8'),
        i < 30 ? circle(246 + i * 24.4, 560, 8, '#fff6c8') : '',
      ]),
      circle(600, 500, 560, s.glow(['#ffdf8f', 0.35], ['#ffdf8f', 0])),
    );
    s.add(
      rect(300, 566, 600, 130, s.fall('#ffe9b0', '#e0933f')),
      [330, 470, 640, 780].map((x) => [
        rect(x, 580, 96, 116, darker(face, 0.5)),
        rect(x + 12, 594, 32, 90, '#ffd98a'),
        rect(x + 52, 594, 32, 90, '#ffd98a'),
      ]),
    );
    s.add(
      rect(0, 694, WIDTH, 106, s.fall(mix(light.near, '#6a5a6a', 0.3), darker(light.near, 0.3))),
      ellipse(600, 730, 420, 40, '#ffd98a', opacity(0.3)),
      [
        [350, 750],
        [430, 758],
        [700, 746],
        [800, 764],
        [870, 750],
      ].map(([x, y], i) =>
        person(x, y, 150 + (i % 2) * 12, ['#c5402f', '#35506b', '#e0a03f', '#5a3a6a', '#2f7f6c'][i], '#1a1828'),
      ),
    );
  },

  location(s, r, light) {
    sky(s, r, light, { y: 320, size: 74, horizon: 560, clouds: 3 });
    const sand = mix(light.far, '#e2a25c', 0.5);
    const butte = (x, y, w, h, hex) => [
      poly(
        [
          [x - w * 0.5, y],
          [x - w * 0.36, y - h * 0.45],
          [x - w * 0.28, y - h * 0.5],
          [x - w * 0.25, y - h],
          [x + w * 0.2, y - h * 1.02],
          [x + w * 0.26, y - h * 0.55],
          [x + w * 0.38, y - h * 0.46],
          [x + w * 0.52, y],
        ],
        s.fall(lighter(hex, 0.15), mix(hex, light.sky[2], 0.3)),
      ),
      poly(
        [
          [x + w * 0.05, y - h],
          [x + w * 0.2, y - h * 1.02],
          [x + w * 0.26, y - h * 0.55],
          [x + w * 0.52, y],
          [x + w * 0.1, y],
        ],
        '#2a1030',
        opacity(0.16),
      ),
      r.times(5, (i) =>
        line(
          [
            [x - w * 0.2 + i * w * 0.09, y - h * 0.95],
            [x - w * 0.2 + i * w * 0.09, y - h * r.between(0.4, 0.7)],
          ],
          darker(hex, 0.3),
          3,
          opacity(0.3),
        ),
      ),
    ];
    s.add(
      butte(980, 560, 420, 210, mix(light.far, '#c0603f', 0.35)),
      butte(150, 570, 460, 290, mix(light.far, '#b5533a', 0.55)),
      butte(600, 565, 230, 150, mix(light.far, '#c0603f', 0.3)),
    );
    s.add(
      rect(0, 556, WIDTH, 244, s.fall(lighter(sand, 0.3), darker(sand, 0.35))),
      r.times(40, () =>
        ellipse(
          r.between(0, WIDTH),
          r.between(580, 790),
          r.between(6, 26),
          r.between(2, 6),
          darker(sand, 0.45),
          opacity(0.35),
        ),
      ),
    );
    s.add(
      [0, 1].map((i) =>
        line(
          [
            [-10, 724 + i * 34],
            [1210, 676 + i * 40],
          ],
          '#3a2b33',
          6,
        ),
      ),
      r.times(17, (i) =>
        line(
          [
            [i * 74, 714 - i * 3],
            [i * 74 + 12, 764 - i * 3],
          ],
          '#5a4238',
          9,
        ),
      ),
      rect(560, 676, 200, 20, '#2b2636', 'rx="4"'),
      circle(592, 704, 14, '#2b2636'),
      circle(728, 700, 14, '#2b2636'),
      camera(640, 682, 0.72, '#1f1c2b', '#b9795a'),
      person(720, 680, 150, '#35506b', '#1f1c2b'),
      person(480, 734, 170, '#b8433a', '#2b2636'),
    );
    s.add(
      line(
        [
          [470, 640],
          [300, 520],
        ],
        '#2b2636',
        5,
      ),
      ellipse(292, 514, 26, 12, '#4a4258'),
      person(210, 700, 140, '#e9d3a8', '#4a3526'),
      person(880, 668, 120, '#7a9a86', '#3a2b33'),
      person(940, 672, 124, '#d8593f', '#2b2636'),
      path('M840,560q70,-60 140,0z', '#fdf3dd'),
      line(
        [
          [910, 534],
          [910, 668],
        ],
        '#4a3526',
        5,
      ),
    );
  },

  projector(s, r, room) {
    s.add(rect(0, 0, WIDTH, 800, s.across(darker(room.dark, 0.45), room.dark, mix(room.dark, room.shade, 0.25))));
    s.add(
      poly(
        [
          [700, 372],
          [1210, 90],
          [1210, 720],
          [700, 420],
        ],
        s.across(['#fff3c8', 0.85], ['#fff3c8', 0.12]),
      ),
      r.times(60, () => circle(r.between(760, 1200), r.between(240, 600), r.between(1, 3.5), '#fffbe8', opacity(0.6))),
    );
    const [a, b, , d] = room.things;
    const reel = (x, y, size) => [
      circle(x, y, size, darker(d, 0.15)),
      circle(x, y, size * 0.93, 'none', `stroke="${lighter(d, 0.45)}" stroke-width="6"`),
      circle(x, y, size * 0.72, mix(room.dark, '#6a4a3a', 0.4)),
      r.times(5, (i) =>
        circle(
          x + Math.cos(i * 1.257 + 0.4) * size * 0.5,
          y + Math.sin(i * 1.257 + 0.4) * size * 0.5,
          size * 0.2,
          mix(room.dark, room.shade, 0.25),
        ),
      ),
      circle(x, y, size * 0.15, b),
    ];
    s.add(
      line(
        [
          [440, 470],
          [300, 230],
        ],
        '#22243a',
        26,
      ),
      line(
        [
          [520, 470],
          [620, 250],
        ],
        '#22243a',
        26,
      ),
      reel(290, 230, 172),
      reel(640, 240, 128),
      stroke('M452,300Q520,330 540,250', '#3a2430', 12),
      stroke('M300,402Q400,470 470,420', '#3a2430', 12),
    );
    s.add(
      rect(360, 340, 260, 190, s.across(lighter(a, 0.12), a, darker(a, 0.35)), 'rx="18"'),
      rect(616, 362, 84, 68, '#2a2c40', 'rx="8"'),
      ellipse(700, 396, 16, 38, '#fff8dc'),
      circle(700, 396, 120, s.glow(['#fff6d0', 0.9], ['#fff6d0', 0])),
      r.times(4, (i) => circle(400 + i * 42, 500, 11, i === 1 ? b : room.pale)),
      rect(392, 372, 120, 62, darker(a, 0.4), 'rx="8"'),
      r.times(5, (i) => rect(400 + i * 22, 380, 12, 46, darker(a, 0.15))),
    );
    s.add(
      poly(
        [
          [420, 530],
          [560, 530],
          [620, 690],
          [360, 690],
        ],
        '#22243a',
      ),
      rect(0, 680, WIDTH, 120, s.fall(lighter(room.table, 0.1), darker(room.table, 0.45))),
      r.times(4, (i) => [
        ellipse(880 + i * 8, 690 - i * 26, 110 - i * 6, 15, darker(d, 0.1 + i * 0.1)),
        rect(770 + i * 14, 672 - i * 26, 220 - i * 12, 18, mix(room.things[i], room.dark, 0.3), 'rx="6"'),
      ]),
      stroke('M90,760q120,-90 220,-20t200,-10t160,20', '#3a2430', 16),
      r.times(26, (i) => rect(104 + i * 22, 742 + Math.sin(i / 2.6) * 18, 7, 8, room.pale, opacity(0.6))),
    );
  },

  square(s, r, light) {
    sky(s, r, light, { y: 150, x: 980, size: 36, horizon: 560, clouds: 1 });
    ranges(s, r, light, { from: 440, to: 470, count: 2, height: 130, reach: 0.4 });
    const walls = ['#e9c79a', '#d99a78', '#f2e2c4', '#c9a08f'].map((hex) => mix(hex, light.near, 0.42));
    s.add(
      r.times(5, (i) => [
        house(r, i * 78 - 50, 610, 92, r.between(180, 290), walls[i % 4], mix('#8d3f2c', light.near, 0.5), light.glow),
        house(
          r,
          850 + i * 78,
          610,
          92,
          r.between(180, 290),
          walls[(i + 1) % 4],
          mix('#8d3f2c', light.near, 0.5),
          light.glow,
        ),
      ]),
    );
    s.add(
      rect(0, 600, WIDTH, 200, s.fall(mix(light.far, light.near, 0.5), darker(light.near, 0.3))),
      rect(336, 200, 530, 330, '#1a1828'),
      rect(350, 214, 502, 302, s.fall('#ffe7b8', '#f0a06a', '#7a4a86')),
      line(
        [
          [380, 530],
          [360, 620],
        ],
        '#1a1828',
        12,
      ),
      line(
        [
          [822, 530],
          [842, 620],
        ],
        '#1a1828',
        12,
      ),
    );
    s.add(
      `<g ${s.clip(rect(350, 214, 502, 302, '#000'))}>`,
      circle(500, 320, 44, '#fffbe8'),
      path('M340,470Q470,380 620,440T860,410V530H340Z', '#4a2f5e'),
      path('M720,516V400q10,-46 46,-46t46,46V516Z', '#2a1a38'),
      circle(766, 330, 34, '#2a1a38'),
      '</g>',
      circle(600, 370, 520, s.glow(['#ffdca0', 0.35], ['#ffdca0', 0])),
    );
    s.add(
      [0, 1, 2].map((i) => [
        stroke(
          `M-10,${150 + i * 60}Q300,${250 + i * 50} 610,${140 + i * 20}T1210,${130 + i * 66}`,
          darker(light.near, 0.2),
          2.5,
        ),
        r.times(26, (j, t) => {
          const y =
            t < 0.5
              ? 150 + i * 60 + Math.sin(t * 2 * Math.PI) * (50 - i * 6) - t * 2 * (10 + i * 40)
              : 140 + i * 20 - Math.sin((t - 0.5) * 2 * Math.PI) * -18 + (t - 0.5) * 2 * (i * 46 - 10);
          return [
            circle(t * 1200, y + 8, 18, s.glow(['#ffe9a8', 0.7], ['#ffe9a8', 0])),
            circle(t * 1200, y + 8, 5, '#fff6d0'),
          ];
        }),
      ]),
    );
    for (let row = 0; row < 4; row++)
      s.add(
        r.times(17 - row * 2, (i) =>
          onlooker(
            30 + i * (72 + row * 11) + (row % 2) * 30,
            650 + row * 46,
            24 + row * 9,
            mix(darker(light.near, 0.35), r.pick(['#7a3a4a', '#2f5a6a', '#6a5a3a']), 0.3),
          ),
        ),
      );
  },
};
