import { darker, lighter, mix } from './colour.js';
import { bottle, person, tower } from './figures.js';
import { birds, ranges, sky, tree, water } from './land.js';
import { WIDTH, circle, ellipse, group, line, opacity, path, poly, rect, stroke } from './sheet.js';

const BOXES = ['#c5402f', '#2f6f8f', '#e0a03f', '#3f8a6c', '#e9dcc4', '#7a4a6a', '#e0703c'];

export const business = {
  skyline(s, r, light) {
    sky(s, r, light, { y: 270, size: 66, horizon: 600 });
    for (let row = 0; row < 4; row++) {
      const t = row / 3;
      const tone = mix(light.far, light.near, 0.12 + t * 0.75);
      let x = -40 + r.between(-20, 0);
      while (x < 1220) {
        const w = r.between(54, 120);
        const bell = 1 - Math.abs(x + w / 2 - 600) / 900;
        const h = (330 - row * 50) * bell * r.between(0.55, 1.25) + 60;
        s.add(tower(r, x, 640 + row * 10, w, h, s.fall(lighter(tone, 0.08), tone), light.glow, 0.15 + t * 0.28));
        if (r.chance(0.22))
          s.add(
            line(
              [
                [x + w / 2, 640 + row * 10 - h],
                [x + w / 2, 600 + row * 10 - h - r.between(0, 40)],
              ],
              tone,
              5,
            ),
          );
        else if (r.chance(0.25))
          s.add(
            poly(
              [
                [x, 641 + row * 10 - h],
                [x + w, 641 + row * 10 - h],
                [x + w, 600 + row * 10 - h],
              ],
              tone,
            ),
          );
        x += w + r.between(-4, 16);
      }
    }
    water(s, r, light, 664, { sunX: 600, glints: 70 });
    s.add(
      r.times(60, () =>
        rect(r.between(0, WIDTH), r.between(670, 780), r.between(4, 9), r.between(14, 50), light.glow, opacity(0.22)),
      ),
      path('M120,716h230l-22,36h-176z', darker(light.near, 0.2)),
      rect(160, 686, 150, 30, '#f4ead6'),
      r.times(6, (i) => rect(170 + i * 23, 694, 13, 13, light.glow)),
    );
  },

  port(s, r, light) {
    sky(s, r, light, { y: 230, horizon: 540, clouds: 4 });
    ranges(s, r, light, { from: 520, to: 545, count: 2, height: 80, shape: 'soft', reach: 0.35 });
    water(s, r, light, 560, { sunX: 400 });
    const crane = (x, k, hex) =>
      group(
        `transform="translate(${x} 600) scale(${k})"`,
        line(
          [
            [-70, 0],
            [-46, -300],
          ],
          hex,
          15,
        ),
        line(
          [
            [70, 0],
            [46, -300],
          ],
          hex,
          15,
        ),
        line(
          [
            [-62, -100],
            [62, -100],
          ],
          hex,
          11,
        ),
        line(
          [
            [-64, -100],
            [50, -290],
          ],
          hex,
          7,
        ),
        line(
          [
            [64, -100],
            [-50, -290],
          ],
          hex,
          7,
        ),
        rect(-90, -330, 340, 30, hex),
        rect(-300, -326, 220, 22, hex),
        line(
          [
            [0, -330],
            [0, -420],
          ],
          hex,
          13,
        ),
        line(
          [
            [0, -418],
            [240, -330],
          ],
          hex,
          5,
        ),
        line(
          [
            [0, -418],
            [-290, -326],
          ],
          hex,
          5,
        ),
        rect(-40, -300, 80, 44, darker(hex, 0.3)),
        line(
          [
            [-190, -306],
            [-190, -190],
          ],
          '#2b2636',
          4,
        ),
        rect(-228, -190, 76, 40, BOXES[1]),
      );
    s.add(crane(1040, 0.8, mix('#d8593f', light.far, 0.3)), crane(800, 1, mix('#e0703c', light.far, 0.12)));
    s.add(
      path('M60,610H720L690,700H130Q80,680 60,610Z', s.fall('#35405f', '#1d2440')),
      rect(70, 610, 640, 12, '#c5402f'),
    );
    for (let row = 0; row < 5; row++)
      s.add(
        r.times(
          8 - (row > 3 ? 3 : 0),
          (i) => rect(196 + i * 60, 576 - row * 34, 57, 31, mix(r.pick(BOXES), light.far, 0.1)),
          row,
        ),
      );
    s.add(
      rect(92, 420, 84, 190, '#f6efdf'),
      rect(80, 402, 110, 22, '#f6efdf'),
      r.times(4, (i) => r.times(3, (j) => rect(102 + j * 24, 436 + i * 34, 14, 14, '#35506b'))),
      rect(110, 360, 34, 44, '#c5402f'),
    );
    s.add(
      rect(730, 640, 480, 170, s.fall('#a49a92', '#6b6268')),
      r.times(3, (row) =>
        r.times(7, (i) => [
          rect(746 + i * 66 + row * 4, 690 - row * 36, 63, 34, mix(r.pick(BOXES), light.near, 0.12)),
          r.times(5, (j) =>
            line(
              [
                [754 + i * 66 + row * 4 + j * 12, 694 - row * 36],
                [754 + i * 66 + row * 4 + j * 12, 720 - row * 36],
              ],
              '#1a1030',
              1.5,
              opacity(0.25),
            ),
          ),
        ]),
      ),
      rect(730, 726, 480, 8, '#f2c04a'),
      birds(r, 7, 420, 200, light.near),
    );
  },

  desk(s, r, room) {
    s.add(rect(0, 0, WIDTH, 800, s.across(room.wall, lighter(room.wall, 0.1), room.shade)));
    s.add(
      rect(150, 60, 560, 440, lighter(room.wall, 0.6)),
      rect(170, 80, 520, 400, s.fall('#8fc3e2', '#f6e6c8')),
      `<g ${s.clip(rect(170, 80, 520, 400, '#000'))}>`,
      r.times(9, (i) =>
        tower(r, 160 + i * 62, 500, 56, r.between(110, 290), mix('#7d93ad', '#d9c4b4', r.next()), '#fff3c8', 0.3),
      ),
      r.times(5, (i) => ellipse(200 + i * 120, 500, 80, 40, mix('#5f9a68', '#9cc08a', i / 5))),
      '</g>',
      rect(423, 70, 14, 420, lighter(room.wall, 0.6)),
      rect(130, 486, 600, 22, lighter(room.wall, 0.7)),
    );
    s.add(
      poly(
        [
          [700, 90],
          [1200, 420],
          [1200, 640],
          [700, 480],
        ],
        room.pale,
        opacity(0.25),
      ),
    );
    const [a, b, c, d] = room.things;
    s.add(
      rect(820, 150, 310, 14, room.table),
      rect(820, 300, 310, 14, room.table),
      r.times(9, (i) =>
        rect(836 + i * 30, 150 - 62 - (i % 4) * 11, 24, 62 + (i % 4) * 11, mix(room.things[i % 4], room.wall, 0.15)),
      ),
      r.times(5, (i) =>
        rect(
          836 + i * 28,
          300 - 70 - (i % 3) * 10,
          22,
          70 + (i % 3) * 10,
          mix(room.things[(i + 2) % 4], room.wall, 0.15),
        ),
      ),
      circle(1060, 258, 42, room.pale),
      line(
        [
          [1060, 258],
          [1060, 230],
        ],
        room.dark,
        5,
      ),
      line(
        [
          [1060, 258],
          [1080, 266],
        ],
        room.dark,
        5,
      ),
    );
    s.add(
      rect(0, 610, WIDTH, 190, s.fall(lighter(room.table, 0.2), darker(room.table, 0.3))),
      rect(0, 598, WIDTH, 18, lighter(room.table, 0.45)),
    );
    s.add(
      group(
        'transform="translate(560 620)"',
        ellipse(0, 8, 260, 14, room.dark, opacity(0.3)),
        rect(-190, -250, 380, 246, room.dark, 'rx="14"'),
        rect(-176, -236, 352, 216, '#fdf8ec'),
        r.times(8, (i) =>
          rect(
            -150 + i * 40,
            -40 - 22 * (i % 3) - i * 13,
            26,
            22 * (i % 3) + i * 13,
            i === 6 ? a : mix(d, '#ffffff', 0.35),
          ),
        ),
        stroke('M-150,-70L-100,-96L-50,-84L0,-130L50,-124L100,-176L150,-196', a, 6),
        rect(-150, -216, 120, 14, mix(d, '#ffffff', 0.4), 'rx="6"'),
        poly(
          [
            [-230, 14],
            [230, 14],
            [200, -4],
            [-200, -4],
          ],
          '#c9ccd4',
        ),
      ),
    );
    s.add(
      path('M944,614q-6,-96 -2,-110h82q4,14 -2,110z', b),
      [-50, -20, 6, 34, 58].map((dx, i) =>
        path(
          `M984,506q${dx},${-60} ${dx * 1.7},${-130 + (i % 2) * 30}q${-dx * 0.2 + 24},50 ${-dx * 1.7},${130 - (i % 2) * 30}z`,
          mix(c, '#3f7f4c', i * 0.2),
        ),
      ),
      rect(226, 552, 84, 60, room.pale, 'rx="10"'),
      stroke('M226,566q-34,0 -30,24q4,18 30,14', room.pale, 11),
      rect(226, 562, 84, 14, mix(a, '#5a3320', 0.5)),
      group(
        'transform="rotate(-6 330 700)"',
        rect(220, 660, 210, 90, '#fffaf0'),
        r.times(4, (i) => rect(238, 676 + i * 17, 170 - (i % 2) * 40, 5, '#8a8494', opacity(0.7))),
      ),
      line(
        [
          [470, 742],
          [590, 700],
        ],
        d,
        10,
      ),
      line(
        [
          [120, 612],
          [120, 400],
          [210, 330],
        ],
        room.dark,
        11,
      ),
      path('M180,300l86,46q-26,44 -74,22q-44,-24 -12,-68z', a),
      circle(238, 372, 150, s.glow(['#fff3c0', 0.6], ['#fff3c0', 0])),
      ellipse(120, 612, 56, 10, room.dark),
    );
  },

  works(s, r, light) {
    sky(s, r, light, { y: 210, horizon: 560 });
    ranges(s, r, light, { from: 500, to: 560, count: 3, height: 120, shape: 'soft', reach: 0.4 });
    const brick = mix('#a8553f', light.far, 0.2);
    s.add(
      [
        [300, 330],
        [880, 290],
      ].map(([x, top]) => [
        poly(
          [
            [x - 22, 560],
            [x - 14, top],
            [x + 14, top],
            [x + 22, 560],
          ],
          s.across(lighter(brick, 0.2), darker(brick, 0.3)),
        ),
        rect(x - 17, top + 14, 34, 10, '#f4e6cc'),
        r.times(6, (i) => circle(x + 22 + i * 34, top - 14 - i * 20, 20 + i * 9, '#ffffff', opacity(0.45 - i * 0.06))),
      ]),
    );
    s.add(
      r.times(7, (i) =>
        poly(
          [
            [90 + i * 145, 500],
            [90 + i * 145, 410],
            [235 + i * 145, 480],
            [235 + i * 145, 500],
          ],
          s.across(lighter(brick, 0.1), brick),
        ),
      ),
      r.times(7, (i) =>
        poly(
          [
            [96 + i * 145, 490],
            [96 + i * 145, 424],
            [116 + i * 145, 434],
            [116 + i * 145, 490],
          ],
          '#cfe6ee',
          opacity(0.85),
        ),
      ),
      rect(90, 490, 1020, 170, s.fall(brick, darker(brick, 0.25))),
      r.times(15, (i) => [
        rect(116 + i * 66, 522, 42, 66, i % 4 === 1 ? light.glow : mix('#33465e', light.far, 0.2), 'rx="20"'),
        line(
          [
            [137 + i * 66, 522],
            [137 + i * 66, 588],
          ],
          brick,
          4,
        ),
        line(
          [
            [116 + i * 66, 556],
            [158 + i * 66, 556],
          ],
          brick,
          4,
        ),
      ]),
    );
    s.add(
      rect(0, 650, WIDTH, 150, s.fall('#9a938c', '#5f5a60')),
      line(
        [
          [0, 726],
          [WIDTH, 726],
        ],
        '#f2e2b8',
        6,
        'stroke-dasharray="60 46"',
      ),
      rect(530, 590, 120, 70, darker(brick, 0.5)),
    );
    s.add(
      group(
        'transform="translate(700 690)"',
        rect(-10, -110, 230, 96, '#f6efdf', 'rx="8"'),
        rect(20, -84, 150, 14, '#2f7f8f'),
        path('M220,-92h54q34,14 40,50v28h-94z', '#2f7f8f'),
        path('M246,-80h24q20,8 26,30h-50z', '#d7eef2'),
        circle(46, -12, 25, '#22243a'),
        circle(46, -12, 11, '#c9ccd4'),
        circle(260, -12, 25, '#22243a'),
        circle(260, -12, 11, '#c9ccd4'),
      ),
      person(420, 760, 150, '#e0a03f', '#2b3350'),
      person(350, 768, 150, '#35506b', '#2b2636'),
      tree(r, 60, 690, 190, mix('#4f8a4c', light.near, 0.2)),
      tree(r, 1150, 690, 210, mix('#5c9a50', light.near, 0.2)),
    );
  },

  shopfront(s, r, light, sign) {
    r.next();
    const facade = r.pick(['#2f6d6c', '#8d3f3f', '#2f4f7f', '#c98a3f', '#5a4a78', '#3f6f4a']);
    s.add(rect(0, 0, WIDTH, 800, s.fall(mix('#d9b99a', light.far, 0.2), mix('#c29a7c', light.far, 0.2))));
    for (let row = 0; row < 7; row++)
      s.add(
        r.times(15, (i) =>
          rect(-40 + i * 90 + (row % 2) * 45, row * 38, 86, 34, mix('#b5744f', '#dcae88', r.next()), opacity(0.55)),
        ),
      );
    s.add(
      [220, 560, 900].map((x) => [
        rect(x - 70, -30, 140, 180, '#f4ead6'),
        rect(x - 58, -30, 116, 168, s.fall(light.sky[0], light.sky[1])),
        line(
          [
            [x, -30],
            [x, 138],
          ],
          '#f4ead6',
          7,
        ),
      ]),
    );
    s.add(
      rect(80, 190, 1040, 500, s.across(lighter(facade, 0.1), facade, darker(facade, 0.2))),
      rect(60, 180, 1080, 96, darker(facade, 0.25)),
      rect(60, 272, 1080, 10, '#e9c46f'),
    );
    s.add(
      `<text x="600" y="246" text-anchor="middle" font-family="Georgia, serif" font-size="50" letter-spacing="8" fill="#f8e9c0">${sign.toUpperCase().replace('&', '&amp;')}</text>`,
    );
    s.add(
      [
        [120, 330],
        [750, 330],
      ].map(([x, w]) => [
        rect(x, 310, w, 300, '#f4ead6'),
        rect(x + 10, 320, w - 20, 280, s.fall('#ffe9b8', '#d99a5a')),
        [0, 1].map((shelf) => [
          rect(x + 10, 430 + shelf * 110, w - 20, 10, '#7a4a2c'),
          r.times(11, (i) => {
            const h = r.between(40, 86);
            return r.chance(0.25)
              ? bottle(x + 36 + i * 27, 430 + shelf * 110, h * 1.1, r.pick(BOXES))
              : rect(x + 22 + i * 27, 430 + shelf * 110 - h, 22, h, r.pick(BOXES), 'rx="2"');
          }),
        ]),
        line(
          [
            [x + w / 2, 320],
            [x + w / 2, 600],
          ],
          '#f4ead6',
          6,
        ),
        poly(
          [
            [x + 20, 320],
            [x + 90, 320],
            [x + 30, 480],
            [x + 10, 480],
          ],
          '#ffffff',
          opacity(0.25),
        ),
      ]),
    );
    s.add(
      rect(500, 310, 200, 380, darker(facade, 0.35)),
      rect(522, 334, 156, 220, s.fall('#ffe9b8', '#d99a5a')),
      circle(664, 584, 9, '#e9c46f'),
      rect(566, 400, 68, 40, '#fdf6e3'),
      line(
        [
          [572, 400],
          [600, 366],
          [628, 400],
        ],
        '#7a4a2c',
        3,
      ),
    );
    s.add(
      rect(0, 690, WIDTH, 110, s.fall('#b3a89c', '#7d7268')),
      r.times(14, (i) =>
        line(
          [
            [i * 96, 692],
            [i * 100 - 40, 800],
          ],
          '#6a6058',
          2,
          opacity(0.5),
        ),
      ),
      person(850, 770, 300, '#e0a03f', '#2b3350'),
      [150, 1060].map((x) => [
        rect(x - 40, 640, 80, 70, '#8d4a33', 'rx="6"'),
        r.times(14, () =>
          circle(
            x + r.between(-50, 50),
            r.between(580, 650),
            r.between(13, 24),
            r.pick(['#4f8a4c', '#6fa05a', '#3f7048', '#e2785c']),
          ),
        ),
      ]),
    );
  },

  warehouse(s, r, room) {
    s.add(rect(0, 0, WIDTH, 800, s.fall(mix(room.shade, '#5d6b80', 0.4), room.wall)));
    s.add(
      poly(
        [
          [500, 330],
          [700, 330],
          [1210, 800],
          [-10, 800],
        ],
        s.fall(lighter(room.shade, 0.3), mix(room.shade, room.dark, 0.25)),
      ),
      rect(500, 250, 200, 84, s.fall('#fff8e0', room.pale)),
      circle(600, 300, 300, s.glow(['#fff6d8', 0.8], ['#fff6d8', 0])),
    );
    for (let bay = 5; bay >= 0; bay--) {
      const near = (1 - bay / 6) ** 2.1;
      const next = (1 - (bay + 1) / 6) ** 2.1;
      [-1, 1].forEach((side) => {
        const spot = (t, lift) => [600 + side * (100 + 560 * t), 334 + 466 * t - lift * (120 + 860 * t)];
        for (let level = 0; level < 4; level++) {
          const [low, high] = [level * 0.24, level * 0.24 + 0.19 * r.between(0.7, 1)];
          r.times(2, (i) => {
            const [a, b] = [near + (next - near) * (i * 0.5 + 0.04), near + (next - near) * (i * 0.5 + 0.46)];
            s.add(
              poly(
                [spot(a, low), spot(b, low), spot(b, high), spot(a, high)],
                mix(mix(r.pick(['#c99a63', '#b8844c', ...room.things]), room.wall, 0.5 - 0.45 * near), room.dark, 0.08),
              ),
            );
          });
          s.add(line([spot(near, low), spot(next, low)], mix('#d8593f', room.wall, 0.4 - 0.3 * near), 2 + 12 * near));
        }
        s.add(line([spot(near, 0), spot(near, 1)], mix('#2f4f7f', room.wall, 0.4 - 0.3 * near), 3 + 15 * near));
      });
    }
    s.add(
      [0, 1, 2, 3].map((i) => [
        rect(600 - 30 - i * 26, 190 - i * 58, 60 + i * 52, 8 + i * 5, '#fffdf0', 'rx="5"'),
        circle(600, 194 - i * 58, 70 + i * 46, s.glow(['#fffbe0', 0.5], ['#fffbe0', 0])),
      ]),
    );
    s.add(
      group(
        'transform="translate(650 700)"',
        ellipse(0, 6, 150, 16, room.dark, opacity(0.3)),
        rect(-60, -96, 130, 76, '#e9a93c', 'rx="10"'),
        line(
          [
            [-40, -96],
            [-40, -190],
            [50, -190],
            [64, -96],
          ],
          '#22243a',
          9,
        ),
        line(
          [
            [-84, 0],
            [-84, -210],
          ],
          '#22243a',
          12,
        ),
        line(
          [
            [-150, -10],
            [-84, -10],
          ],
          '#22243a',
          10,
        ),
        rect(-156, -84, 74, 70, '#c08a52'),
        circle(-32, -8, 25, '#22243a'),
        circle(52, -8, 25, '#22243a'),
        circle(8, -140, 17, '#b9795a'),
        path('M-18,-96v-16q26,-26 52,0v16z', '#c5402f'),
      ),
      person(420, 720, 180, room.things[0], '#2b3350'),
    );
  },
};
