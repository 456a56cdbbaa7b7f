import { darker, lighter, mix } from './colour.js';
import { bottle, bowl, jug, person, steam } from './figures.js';
import { ranges, roll, sky, soft, tree } from './land.js';
import { WIDTH, at, circle, ellipse, group, line, opacity, path, poly, rect, stroke } from './sheet.js';

const fruit = (x, y, size, hex) => [
  circle(x, y, size, hex),
  circle(x - size * 0.3, y - size * 0.35, size * 0.28, lighter(hex, 0.55), opacity(0.6)),
  path(
    `M${Math.round(x)},${Math.round(y - size)}q${Math.round(size * 0.5)},${-Math.round(size * 0.6)} ${Math.round(size * 0.9)},${-Math.round(size * 0.2)}q${-Math.round(size * 0.4)},${Math.round(size * 0.4)} ${-Math.round(size * 0.9)},${Math.round(size * 0.2)}z`,
    '#4d7f4a',
  ),
];
const loaf = (x, y, w, hex) => [
  path(`M${x - w / 2},${y}q${-w * 0.06},${-w * 0.44} ${w * 0.5},${-w * 0.44}t${w * 0.5},${w * 0.44}z`, hex),
  [-0.22, 0, 0.22].map((k) =>
    stroke(
      `M${Math.round(x + k * w - w * 0.07)},${Math.round(y - w * 0.18)}q${Math.round(w * 0.07)},${-Math.round(w * 0.14)} ${Math.round(w * 0.16)},${-Math.round(w * 0.14)}`,
      lighter(hex, 0.5),
      w * 0.05,
    ),
  ),
];

function plate(s, x, y, size, rim, food) {
  return [
    circle(x + 8, y + 14, size, '#22121c', opacity(0.25)),
    circle(x, y, size, rim),
    circle(x, y, size * 0.72, s.glow([lighter(rim, 0.4), 1], [darker(rim, 0.08), 1])),
    food,
  ];
}

export const food = {
  still(s, r, room) {
    s.add(
      rect(0, 0, WIDTH, 800, s.across(room.shade, room.wall, lighter(room.wall, 0.15))),
      poly(
        [
          [760, 0],
          [1060, 0],
          [560, 620],
          [180, 620],
        ],
        room.pale,
        opacity(0.28),
      ),
    );
    s.add(
      path('M-10,0H170Q210,260 120,470Q80,560 -10,600Z', mix(room.things[0], room.wall, 0.15)),
      [40, 90, 140].map((x) =>
        stroke(`M${x},0Q${x + 26},240 ${x - 40},520`, darker(room.things[0], 0.3), 7, opacity(0.35)),
      ),
    );
    s.add(
      rect(0, 610, WIDTH, 190, s.fall(lighter(room.table, 0.16), darker(room.table, 0.35))),
      rect(0, 600, WIDTH, 18, lighter(room.table, 0.38)),
    );
    const [a, b, c, d] = room.things;
    const shadow = (x, w) => ellipse(x + 26, 640, w, 15, room.dark, opacity(0.3));
    s.add(
      shadow(330, 70),
      bottle(330, 640, 360, mix(c, '#1f4a3a', 0.5)),
      shadow(450, 60),
      bottle(446, 646, 270, mix(a, '#5a1f2a', 0.5)),
    );
    s.add(shadow(850, 100), jug(850, 646, 250, r.pick([d, room.pale])), shadow(640, 170));
    s.add(
      r.times(7, (i) =>
        fruit(
          545 + i * 32,
          520 - (i % 2) * 26 - (i > 1 && i < 5 ? 22 : 0),
          34,
          r.pick([a, b, mix(a, b, 0.5), mix(b, c, 0.4)]),
        ),
      ),
      bowl(640, 648, 300, room.pale),
    );
    s.add(path('M170,668h210l-16,26h-178z', darker(room.table, 0.25)), loaf(270, 670, 170, mix(b, '#a0602f', 0.55)));
    s.add(
      shadow(1000, 50),
      fruit(985, 622, 34, b),
      fruit(1046, 634, 30, a),
      path('M520,684l190,-12l4,12l-192,14z', '#d8dbe0'),
      path('M430,692q46,-16 96,-8l-2,16q-50,-4 -90,6z', darker(room.dark, 0.1)),
    );
    s.add(
      [0, 1, 2, 3].map((i) =>
        stroke(`M${848 + i * 9},396q${-60 + i * 42},-60 ${-80 + i * 54},${-120 + (i % 2) * 24}`, '#4d7a4c', 5),
      ),
      [0, 1, 2, 3].map((i) =>
        r.times(8, (j) =>
          circle(
            768 + i * 54 + 30 * Math.cos(j * 0.8),
            274 + (i % 2) * 24 + 26 * Math.sin(j * 0.8),
            15,
            j % 2 ? b : lighter(a, 0.25),
          ),
        ),
      ),
      [0, 1, 2, 3].map((i) => circle(768 + i * 54, 274 + (i % 2) * 24, 14, darker(a, 0.35))),
    );
  },

  plates(s, r, room) {
    const cloth = mix(room.pale, room.wall, 0.35);
    s.add(
      rect(0, 0, WIDTH, 800, cloth),
      r.times(16, (i) => rect(i * 80, 0, 34, 800, room.things[3], opacity(0.16))),
      r.times(11, (i) => rect(0, i * 80, WIDTH, 34, room.things[3], opacity(0.16))),
    );
    const [a, b, c, d] = room.things;
    const leaves = (x, y, spread, count) =>
      r.times(count, () =>
        group(
          `transform="translate(${Math.round(x + r.between(-1, 1) * spread)} ${Math.round(y + r.between(-1, 1) * spread)}) rotate(${r.int(0, 360)})"`,
          path('M0,0q16,-24 40,0q-24,20 -40,0z', mix(c, '#7ab04f', r.next())),
          line(
            [
              [4, 0],
              [34, 0],
            ],
            lighter(c, 0.5),
            1.5,
          ),
        ),
      );
    s.add(
      plate(s, 600, 400, 262, '#fffdf6', [
        r.times(26, () =>
          stroke(
            `M${r.int(500, 640)},${r.int(310, 470)}q${r.int(-90, 90)},${r.int(-80, 80)} ${r.int(-30, 110)},${r.int(-40, 60)}t${r.int(-60, 40)},${r.int(-40, 40)}`,
            mix(b, '#fbe2a0', r.next()),
            11,
          ),
        ),
        r.times(11, () =>
          circle(r.between(510, 690), r.between(310, 490), r.between(15, 26), mix(a, '#e2604a', r.next() * 0.6)),
        ),
        leaves(590, 390, 80, 9),
      ]),
    );
    s.add(
      plate(s, 190, 190, 150, lighter(d, 0.25), [
        leaves(175, 190, 62, 16),
        r.times(7, () => circle(r.between(130, 250), r.between(130, 250), 15, a)),
      ]),
      plate(
        s,
        1020,
        250,
        160,
        lighter(b, 0.25),
        r.times(6, (i) =>
          group(
            `transform="rotate(${i * 60} 1020 250)"`,
            path('M1020,250l-28,-88q28,-22 56,0z', mix('#d9863f', b, 0.4)),
            line(
              [
                [1020, 236],
                [1020, 172],
              ],
              lighter(b, 0.6),
              5,
            ),
          ),
        ),
      ),
      plate(s, 215, 620, 118, '#fffdf6', [
        circle(215, 620, 78, mix(a, b, 0.45)),
        r.times(12, () => circle(215 + r.between(-55, 55), 620 + r.between(-55, 55), 6, '#4d7f4a')),
      ]),
    );
    s.add(
      circle(985, 590, 74, '#22121c', opacity(0.2)),
      circle(978, 580, 74, room.pale, opacity(0.95)),
      circle(978, 580, 60, mix(a, '#5a1226', 0.55)),
      ellipse(958, 562, 20, 12, '#ffffff', opacity(0.3)),
    );
    s.add(
      [
        [318, 0],
        [868, 1],
      ].map(([x, knife]) =>
        knife
          ? [rect(x, 410, 16, 180, '#b9bfca', 'rx="7"'), path(`M${x},410V240q26,20 18,170z`, '#dfe3ea')]
          : [
              rect(x, 360, 15, 230, '#c4c9d3', 'rx="7"'),
              [-12, 0, 12].map((dx) => rect(x + 3 + dx, 240, 8, 110, '#c4c9d3', 'rx="4"')),
              path(`M${x - 12},330h38q-2,40 -19,44q-17,-4 -19,-44z`, '#c4c9d3'),
            ],
      ),
    );
    s.add(
      group(
        'transform="rotate(-16 680 730)"',
        rect(520, 700, 330, 120, room.table, 'rx="18"'),
        r.times(5, (i) => [
          ellipse(580 + i * 52, 745, 34, 40, mix('#c98843', b, 0.3)),
          ellipse(580 + i * 52, 747, 25, 30, '#f7e3b5'),
        ]),
      ),
    );
  },

  kitchen(s, r, room) {
    s.add(rect(0, 0, WIDTH, 800, s.across(room.wall, lighter(room.wall, 0.14), room.shade)));
    for (let row = 0; row < 8; row++)
      s.add(
        r.times(16, (i) =>
          rect(
            -40 + i * 82 + (row % 2) * 41,
            250 + row * 44,
            78,
            40,
            mix(room.pale, room.things[r.int(2, 3)], r.between(0.04, 0.2)),
            opacity(0.7),
          ),
        ),
      );
    s.add(rect(60, 128, 1080, 12, room.dark, 'rx="6"'));
    [140, 262, 392, 520, 660, 800, 930, 1050].forEach((x, i) => {
      const size = 34 + (i % 3) * 17;
      const hex = i % 2 ? mix('#c8743c', room.things[1], 0.25) : mix('#59606e', room.dark, 0.3);
      s.add(
        line(
          [
            [x, 132],
            [x, 150],
          ],
          room.dark,
          5,
        ),
        rect(x - 6, 148, 12, 92, darker(hex, 0.2), 'rx="6"'),
        circle(x, 232 + size, size, s.glow([lighter(hex, 0.45), 1], [hex, 1])),
        circle(x, 232 + size, size * 0.8, 'none', `stroke="${darker(hex, 0.3)}" stroke-width="4" opacity=".5"`),
      );
    });
    s.add(
      rect(0, 600, WIDTH, 200, s.fall(room.table, darker(room.table, 0.4))),
      rect(0, 588, WIDTH, 24, lighter(room.table, 0.42)),
    );
    s.add(
      rect(340, 600, 520, 200, s.fall(mix(room.dark, '#3a3f52', 0.5), darker(room.dark, 0.3))),
      r.times(5, (i) => circle(410 + i * 95, 640, 15, room.pale)),
      rect(390, 676, 420, 124, '#17131f', 'rx="10"'),
      rect(410, 694, 380, 106, s.fall('#f59a3c', '#7a2a1c'), 'rx="8" opacity=".8"'),
    );
    const pot = (x, w, h, hex) => [
      rect(x - w / 2, 586 - h, w, h, s.across(lighter(hex, 0.3), hex, darker(hex, 0.35)), 'rx="12"'),
      rect(x - w / 2 - 28, 586 - h * 0.75, 30, 13, darker(hex, 0.3), 'rx="6"'),
      rect(x + w / 2 - 2, 586 - h * 0.75, 30, 13, darker(hex, 0.3), 'rx="6"'),
      ellipse(x, 586 - h, w / 2, 13, darker(hex, 0.45)),
      steam(x, 566 - h, 120, '#ffffff', 0.55),
    ];
    s.add(pot(470, 170, 120, room.things[0]), pot(720, 200, 92, room.things[3]));
    s.add(
      bowl(180, 592, 190, room.pale),
      r.times(6, (i) =>
        fruit(122 + i * 24, 500 - (i % 2) * 18, 24, r.pick([room.things[0], room.things[1], '#7fa34f'])),
      ),
      bowl(180, 592, 190, room.pale),
    );
    s.add(
      group(
        'transform="translate(1000 592)"',
        rect(-90, -16, 210, 20, '#c08a52', 'rx="6"'),
        r.times(5, (i) => ellipse(-50 + i * 34, -26, 12, 16, i % 2 ? '#e2703c' : '#7fa34f')),
        poly(
          [
            [44, -18],
            [150, -34],
            [152, -20],
            [60, -14],
          ],
          '#dde1e8',
        ),
      ),
      bottle(930, 590, 170, mix('#c9b23f', room.things[1], 0.4)),
      jug(1110, 590, 150, room.things[1]),
    );
  },

  bakery(s, r, room) {
    s.add(rect(0, 0, WIDTH, 800, s.fall(darker(room.wall, 0.12), room.wall)));
    for (let row = 0; row < 9; row++)
      s.add(
        r.times(15, (i) =>
          rect(
            -50 + i * 92 + (row % 2) * 46,
            row * 50,
            88,
            46,
            mix(room.shade, '#a3563c', r.between(0.12, 0.34)),
            opacity(0.55),
          ),
        ),
      );
    s.add(
      path('M350,560V330Q360,130 600,120Q840,130 850,330V560Z', darker(room.table, 0.25)),
      path(
        'M400,560V340Q410,176 600,168Q790,176 800,340V560Z',
        s.glow(['#fff0b0', 1], ['#f7a43d', 1, 0.5], ['#7c2417', 1]),
      ),
      r.times(7, (i) =>
        path(
          `M${430 + i * 52},560q-18,-${r.int(60, 120)} 22,-${r.int(120, 190)}q-4,60 26,80q20,60 -4,110z`,
          ['#ffd65e', '#f6803a', '#ffe9a0'][i % 3],
          opacity(0.75),
        ),
      ),
      circle(600, 400, 520, s.glow(['#ffb85c', 0.5], ['#ffb85c', 0])),
    );
    s.add([0, 1, 2].map((i) => loaf(490 + i * 112, 566, 104, '#7a3f20')));
    [
      [20, 200],
      [20, 400],
      [900, 200],
      [900, 400],
    ].forEach(([x, y]) =>
      s.add(
        rect(x, y, 290, 18, room.table),
        r.times(4, (i) => loaf(x + 44 + i * 68, y, r.between(62, 76), mix('#b8722f', '#e0a050', r.next()))),
      ),
    );
    s.add(
      rect(0, 590, WIDTH, 210, s.fall(lighter(room.table, 0.3), darker(room.table, 0.2))),
      rect(0, 578, WIDTH, 22, lighter(room.table, 0.5)),
      r.times(60, () => circle(r.between(80, 1120), r.between(640, 780), r.between(1.5, 5), '#fffaf0', opacity(0.5))),
    );
    s.add(
      ellipse(600, 712, 210, 26, '#2a1410', opacity(0.25)),
      loaf(600, 708, 340, '#c27a35'),
      loaf(240, 720, 220, '#a8622a'),
      loaf(955, 726, 240, '#cf8d45'),
      group(
        'transform="rotate(-8 600 760)"',
        [0, 1, 2].map((i) => [
          ellipse(420 + i * 190, 762, 76, 22, '#d99a4f'),
          [-40, -10, 20, 50].map((dx) =>
            line(
              [
                [400 + i * 190 + dx, 748],
                [414 + i * 190 + dx, 774],
              ],
              '#f4cf8a',
              6,
            ),
          ),
        ]),
      ),
    );
  },

  market(s, r, light) {
    sky(s, r, light, { y: 190, horizon: 520, clouds: 2 });
    const walls = ['#e9c79a', '#d9a27c', '#f2e2c4', '#b9c4b4'].map((hex) => mix(hex, light.far, 0.25));
    s.add(
      r.times(6, (i) => [
        rect(i * 205 - 20, 120 + (i % 3) * 44, 206, 500, walls[i % 4]),
        r.times(3, (j) =>
          r.times(3, (k) =>
            rect(
              i * 205 + 12 + j * 60,
              170 + (i % 3) * 44 + k * 96,
              32,
              56,
              mix(light.near, walls[i % 4], 0.35),
              'rx="16"',
            ),
          ),
        ),
      ]),
    );
    s.add(rect(0, 560, WIDTH, 240, s.fall('#b8a68f', '#7f6d5f')));
    const stripes = r.pick([
      ['#c5402f', '#fdf3dd'],
      ['#2f7f6c', '#fdf3dd'],
      ['#2f5f95', '#fdf0d0'],
      ['#e0a030', '#fff7e6'],
    ]);
    [
      [90, 470],
      [620, 500],
    ].forEach(([x, w]) => {
      s.add(
        rect(x + 10, 330, 12, 330, '#5a4236'),
        rect(x + w - 22, 330, 12, 330, '#5a4236'),
        rect(x + 16, 330, w - 32, 230, darker(light.near, 0.05), opacity(0.35)),
      );
      s.add(
        person(x + w * 0.5, 640, 240, r.pick(['#35506b', '#7a9a86', '#a8433a']), '#2c2838'),
        r.times(5, (i) =>
          line(
            [
              [x + 60 + i * 84, 330],
              [x + 60 + i * 84, 372],
            ],
            '#5a4236',
            3,
          ),
        ),
        r.times(5, (i) =>
          r.times(5, (j) =>
            circle(x + 52 + i * 84 + (j % 2) * 15, 378 + j * 11, 11, ['#e9d9b0', '#b8433a', '#d9a03f'][i % 3]),
          ),
        ),
      );
      const bays = 8;
      s.add(
        r.times(bays, (i) =>
          path(
            `M${x + (i * w) / bays},250h${w / bays}l${(i - 3.5) * 2},92a${w / bays / 2},22 0 0 1 ${-w / bays},0z`,
            stripes[i % 2],
          ),
        ),
        rect(x, 246, w, 12, darker(stripes[0], 0.25)),
      );
      s.add(
        r.times(4, (i) => {
          const [cx, hex] = [
            x + 8 + i * (w / 4),
            r.pick(['#e2703c', '#d23f3a', '#7fa34f', '#f2c04a', '#7a4a86', '#4f8a4c']),
          ];
          return [
            r.times(18, (j) =>
              circle(
                cx + 16 + (j % 6) * 16,
                572 - Math.floor(j / 6) * 14 + r.between(-3, 3),
                12,
                mix(hex, r.chance(0.5) ? '#fff0c0' : '#5a2030', r.between(0, 0.25)),
              ),
            ),
            rect(cx, 580, w / 4 - 10, 84, '#a9743f', 'rx="3"'),
            rect(cx, 606, w / 4 - 10, 5, '#7c522c'),
            rect(cx, 634, w / 4 - 10, 5, '#7c522c'),
            rect(cx + 30, 592, 46, 22, '#fdf6e3'),
          ];
        }),
      );
    });
    s.add(
      person(570, 770, 290, '#e0a03f', '#35304a'),
      path('M600,640h56l-8,66h-40z', '#c99a63'),
      r.times(6, () => circle(r.between(606, 650), r.between(620, 642), 13, r.pick(['#5c9a5a', '#d23f3a', '#f2c04a']))),
      person(1140, 790, 280, '#8d4f6a', '#26324a'),
    );
  },

  orchard(s, r, light) {
    sky(s, r, light, { y: 210, horizon: 460 });
    ranges(s, r, light, { from: 420, to: 470, count: 3, height: 130, shape: 'soft', reach: 0.4 });
    const hill = mix(light.far, '#7f9a48', 0.55);
    s.add(soft(roll(r, 500, 40), s.fall(lighter(hill, 0.3), darker(hill, 0.35))));
    for (let j = 0; j < 26; j++) {
      const t = (j / 25) ** 1.8;
      const leaf = mix(mix(light.far, '#7c9a3f', 0.7), darker(light.near, 0.1), 0.1 + t * 0.4);
      for (let i = -12; i <= 12; i++) {
        const [x, y, size] = [600 + i * (30 + 170 * t), 508 + 310 * t, 5 + 46 * t];
        if (x < -70 || x > 1270) continue;
        s.add(
          ellipse(
            x,
            y,
            size * r.between(0.85, 1.1),
            size * 0.72,
            mix(leaf, r.pick(['#c98a3f', '#a9b04a', '#4f7a3f']), r.between(0.05, 0.4)),
          ),
        );
        if (t > 0.18 && r.chance(0.35))
          s.add(
            circle(
              x + r.between(-0.4, 0.4) * size,
              y + r.between(-0.2, 0.3) * size,
              2 + 5 * t,
              r.pick(['#6a3a78', '#8d3f6a']),
            ),
          );
      }
    }
    s.add(
      at(
        905,
        470,
        1,
        rect(-80, -70, 160, 80, '#f3e3c2'),
        poly(
          [
            [-94, -66],
            [0, -124],
            [94, -66],
          ],
          '#a8492f',
        ),
        rect(-16, -36, 32, 46, '#6a3a2c'),
        rect(-60, -44, 24, 24, light.glow),
        rect(38, -44, 24, 24, light.glow),
      ),
      [
        [1040, 486],
        [1085, 494],
        [790, 480],
      ].map(([x, y]) => tree(r, x, y, 90, mix('#3f6f42', light.far, 0.25))),
    );
    s.add(
      person(330, 760, 190, '#d8593f', '#2f3a55'),
      path('M352,676h70q0,54 -35,54t-35,-54z', '#a9743f'),
      r.times(8, () => circle(r.between(358, 416), r.between(664, 680), 10, '#6a3a78')),
    );
  },

  noodles(s, r, room) {
    s.add(
      rect(0, 0, WIDTH, 800, s.fall(darker(room.dark, 0.35), room.dark, mix(room.dark, room.table, 0.55))),
      r.times(9, (i) => rect(i * 138 - 12, 0, 128, 210, mix(room.things[3], room.dark, 0.45 + (i % 2) * 0.15))),
      rect(0, 196, WIDTH, 18, darker(room.table, 0.3)),
    );
    s.add(
      [150, 390, 810, 1050].map((x, i) => [
        line(
          [
            [x, 0],
            [x, 120],
          ],
          '#1a1420',
          4,
        ),
        circle(x, 178, 210, s.glow(['#ff9d4d', 0.5], ['#ff9d4d', 0])),
        ellipse(x, 180, 58, 70, s.glow(['#fff1b8', 1], [i % 2 ? '#f08a3c' : '#e2503c', 1])),
        [-30, 0, 30].map((dy) =>
          stroke(
            `M${x - 54 + Math.abs(dy) * 0.25},${180 + dy}q54,12 ${108 - Math.abs(dy) * 0.5},0`,
            '#7a2018',
            2,
            opacity(0.4),
          ),
        ),
        rect(x - 24, 104, 48, 12, '#2a1620'),
        rect(x - 24, 246, 48, 12, '#2a1620'),
      ]),
    );
    s.add(
      rect(0, 600, WIDTH, 200, s.fall(lighter(room.table, 0.18), darker(room.table, 0.45))),
      rect(0, 586, WIDTH, 24, lighter(room.table, 0.4)),
    );
    const [a, b] = room.things;
    s.add(
      ellipse(620, 700, 300, 30, '#0e0a14', opacity(0.45)),
      path('M330,450Q360,690 500,700H720Q860,690 890,450Z', s.across(lighter(a, 0.25), a, darker(a, 0.4))),
      stroke('M348,520Q610,560 872,520', room.pale, 9, opacity(0.7)),
      ellipse(610, 450, 282, 62, room.pale),
      ellipse(610, 452, 258, 50, s.glow([lighter(b, 0.2), 1], [mix(b, '#8a4a1c', 0.6), 1])),
    );
    s.add(
      r.times(18, (i) =>
        stroke(
          `M${430 + i * 15},${452 + (i % 4) * 6}q40,${-26 + (i % 5) * 8} 90,${(i % 3) * 8}`,
          mix('#fbe6a8', '#e0b050', r.next() * 0.6),
          8,
        ),
      ),
      ellipse(490, 440, 58, 27, '#fffdf4'),
      ellipse(490, 438, 27, 15, '#f6a32f'),
      r.times(9, () => circle(r.between(640, 790), r.between(425, 465), 11, '#5f9a4c')),
      [0, 1, 2].map((i) => ellipse(720 + i * 26, 436 + i * 8, 46, 16, ['#a85a44', '#c07a5c', '#a85a44'][i])),
      line(
        [
          [560, 440],
          [880, 170],
        ],
        '#4a2418',
        10,
      ),
      line(
        [
          [590, 446],
          [930, 206],
        ],
        '#5f3020',
        10,
      ),
    );
    s.add(
      steam(520, 380, 200, '#fff6e6', 0.4),
      steam(690, 390, 170, '#fff6e6', 0.35),
      bottle(1010, 620, 240, '#3a2430'),
      bowl(190, 650, 190, room.things[2]),
      [0, 1, 2, 3].map((i) => circle(146 + i * 30, 562 - (i % 2) * 12, 21, '#fbf4e2')),
      bowl(190, 650, 190, room.things[2]),
    );
  },
};
