import { darker, lighter, mix } from './colour.js';
import { bicycle, house, rider } from './figures.js';
import { birds, conifer, jagged, poplar, ranges, ridge, roll, sky, snowcaps, soft } from './land.js';
import { WIDTH, circle, ellipse, line, opacity, path, poly, rect, stroke } from './sheet.js';

const JERSEYS = ['#d8432f', '#f2b63c', '#2f7fb8', '#f4f1e6', '#2f8f78', '#8d4fa0'];

/** A road that winds towards the horizon: its centre and half width at t, 0 near and 1 far. */
const winding = (top, swing, bends, x, phase) => (t) => {
  const near = 1 - t;
  return {
    x: x + swing * near ** 0.8 * Math.sin(phase + t * Math.PI * bends) * (0.35 + near),
    y: top + (830 - top) * near ** 1.9,
    half: 4 + 165 * near ** 2.3,
  };
};

function road(at, tarmac, edge) {
  const steps = Array.from({ length: 61 }, (_, i) => at(i / 60));
  const side = (sign, share) => steps.map((p) => [p.x + sign * p.half * share, p.y]);
  return [
    poly([...side(-1, 1.08), ...side(1, 1.08).reverse()], edge),
    poly([...side(-1, 1), ...side(1, 1).reverse()], tarmac),
    steps.map((p, i) =>
      i % 4 === 0 && steps[i + 2]
        ? line(
            [
              [p.x, p.y],
              [steps[i + 1].x, steps[i + 1].y],
            ],
            edge,
            Math.max(1, p.half * 0.05),
            opacity(0.8),
          )
        : '',
    ),
  ];
}

export const cycling = {
  climb(s, r, light) {
    sky(s, r, light, { y: 210, horizon: 560 });
    const back = ridge(r, 520, 300, 6);
    s.add(jagged(back, s.fall(mix(light.far, light.near, 0.2), light.sky[2])), snowcaps(back, 340, '#fffaf4'));
    ranges(s, r, light, { from: 520, to: 590, count: 2, height: 170, reach: 0.5 });
    const green = mix(light.near, '#5e8a4a', 0.45);
    s.add(soft(roll(r, 600, 60), s.fall(mix(green, light.sky[2], 0.35), darker(green, 0.35))));
    const at = winding(560, 300, r.between(2.4, 3), r.between(520, 700), r.between(0.4, 1.2));
    s.add(
      road(
        at,
        s.fall(mix(light.far, '#6a6472', 0.5), mix(light.near, '#5a5568', 0.55)),
        mix(light.sky[2], '#ffffff', 0.4),
      ),
    );
    s.add(
      r.times(26, () => {
        const y = r.between(610, 700);
        const x = r.chance(0.5) ? r.between(0, 300) : r.between(900, 1200);
        return conifer(x, y, (y - 560) * 0.9, mix(green, light.near, r.between(0.35, 0.8)));
      }),
    );
    [0.4, 0.27, 0.185].forEach((t, i) => {
      const p = at(t);
      s.add(rider(p.x - p.half * 0.3, p.y, 0.3 + i * 0.32, JERSEYS[(i + r.int(0, 5)) % 6], darker(light.near, 0.2)));
    });
  },

  flats(s, r, light) {
    sky(s, r, light, { y: 330, x: r.between(350, 850), horizon: 520, clouds: 6 });
    ranges(s, r, light, { from: 500, to: 522, count: 2, height: 50, shape: 'soft', reach: 0.35 });
    const field = mix(light.far, '#8c8f45', 0.45);
    s.add(rect(0, 515, WIDTH, 285, s.fall(mix(field, light.sky[2], 0.4), darker(field, 0.35))));
    s.add(
      r.times(9, (_, t) =>
        line(
          [
            [600 + (t - 0.5) * 900, 516],
            [600 + (t - 0.5) * 7000, 800],
          ],
          darker(field, 0.3),
          5,
          opacity(0.25),
        ),
      ),
    );
    s.add(
      poly(
        [
          [585, 515],
          [615, 515],
          [1010, 800],
          [190, 800],
        ],
        s.fall(mix('#8b8378', light.sky[2], 0.4), mix('#6d665f', light.near, 0.35)),
      ),
    );
    for (let row = 0; row < 26; row++) {
      const t = (row / 26) ** 2;
      const half = 15 + 395 * t;
      s.add(
        r.times(9, (i) =>
          ellipse(
            600 + ((i + (row % 2) * 0.5 - 4.2) / 4.6) * half,
            517 + 283 * t,
            half * 0.085,
            1 + 9 * t,
            i % 2 ? lighter('#8b8378', 0.25) : darker('#8b8378', 0.25),
            opacity(0.35),
          ),
        ),
      );
    }
    for (let i = 0; i < 11; i++) {
      const t = (i / 10) ** 2.2;
      const height = 40 + 430 * t;
      const tone = mix(light.far, mix(light.near, '#3f6a3c', 0.35), 0.3 + 0.7 * t);
      s.add(poplar(570 - 520 * t, 518 + 120 * t, height, tone), poplar(630 + 520 * t, 518 + 120 * t, height, tone));
    }
    const pack = [
      [-70, 590, 0.42],
      [20, 588, 0.42],
      [80, 598, 0.46],
      [-30, 640, 0.72],
      [70, 662, 0.84],
      [-130, 690, 1.02],
      [30, 742, 1.3],
    ];
    s.add(
      pack.map(([dx, y, scale], i) =>
        rider(600 + dx, y, scale, JERSEYS[(i * 2 + r.int(0, 1)) % 6], darker(light.near, 0.3)),
      ),
    );
  },

  workshop(s, r, room) {
    s.add(rect(0, 0, WIDTH, 800, s.across(room.shade, room.wall, room.shade)));
    s.add(
      rect(0, 150, WIDTH, 330, mix(room.shade, room.dark, 0.16)),
      r.times(34, (i) => r.times(8, (j) => circle(20 + i * 36, 172 + j * 40, 3, room.dark, opacity(0.2)))),
    );
    r.times(13, (i) => {
      const x = 60 + i * 90 + r.between(-8, 8);
      const fill = i % 3 ? room.dark : room.things[i % 4];
      const length = r.between(70, 150);
      s.add(circle(x, 186, 4, room.pale), [
        rect(x - 5, 190, 10, length, fill, 'rx="4"'),
        r.chance(0.5)
          ? circle(x, 192 + length, 16, 'none', `stroke="${fill}" stroke-width="8"`)
          : rect(x - 17, 184 + length, 34, 20, fill, 'rx="4"'),
      ]);
    });
    s.add(circle(600, 210, 520, s.glow([room.pale, 0.55], [room.pale, 0])));
    s.add(
      line(
        [
          [600, 0],
          [600, 92],
        ],
        room.dark,
        5,
      ),
      path('M520,150Q524,92 600,88Q676,92 680,150Z', room.things[0]),
      ellipse(600, 150, 80, 12, room.pale),
    );
    s.add(
      rect(0, 660, WIDTH, 140, s.fall(lighter(room.table, 0.12), darker(room.table, 0.3))),
      rect(0, 648, WIDTH, 22, lighter(room.table, 0.28)),
    );
    s.add(
      line(
        [
          [600, 640],
          [600, 470],
        ],
        room.dark,
        14,
      ),
      rect(510, 632, 180, 18, room.dark, 'rx="6"'),
    );
    s.add(bicycle(600, 592, 3.1, room.things[r.int(0, 1)], room.dark));
    s.add(
      r.times(4, (i) => [
        rect(70 + i * 64, 596 - i * 9, 50, 54 + i * 9, room.things[i % 4], 'rx="5"'),
        rect(76 + i * 64, 610, 38, 14, room.pale, opacity(0.7)),
      ]),
    );
    s.add(
      circle(1010, 570, 78, 'none', `stroke="${room.dark}" stroke-width="13"`),
      circle(1088, 588, 60, 'none', `stroke="${darker(room.table, 0.2)}" stroke-width="12"`),
    );
  },

  velodrome(s, r, room) {
    const pine = mix(room.table, '#e0b072', 0.5);
    s.add(rect(0, 0, WIDTH, 800, s.fall(darker(room.dark, 0.4), room.dark, mix(room.dark, room.shade, 0.4))));
    s.add(
      r.times(7, (i) =>
        line(
          [
            [-20, 40 + i * 30],
            [600, 10 + i * 22],
            [1220, 40 + i * 30],
          ],
          mix(room.dark, room.shade, 0.5),
          3,
          opacity(0.4),
        ),
      ),
    );
    s.add(
      r.times(9, (i) => [
        circle(80 + i * 130, 96 + Math.abs(i - 4) * 11, 60, s.glow([room.pale, 0.5], [room.pale, 0])),
        ellipse(80 + i * 130, 96 + Math.abs(i - 4) * 11, 26, 6, room.pale),
      ]),
    );
    s.add(
      r.times(190, (i) =>
        circle(
          (i * 53) % 1200,
          182 + (i % 5) * 19 + r.between(-3, 3),
          9,
          mix(room.things[i % 4], room.dark, r.between(0.25, 0.7)),
        ),
      ),
    );
    const band = (lift, fill, width) =>
      stroke(
        `M-40,${500 - lift * 1.0}C260,${270 - lift * 0.35 + 60} 820,${270 - lift * 0.35 + 60} 1240,${470 - lift}`,
        fill,
        width,
      );
    s.add(path('M-40,310C260,240 820,240 1240,290V800H-40Z', s.fall(lighter(pine, 0.35), pine, darker(pine, 0.35))));
    s.add(
      r.times(24, (i) =>
        stroke(
          `M-40,${322 + i * 21}C260,${250 + i * 22} 820,${250 + i * 22} 1240,${302 + i * 21}`,
          darker(pine, 0.35),
          1.4,
          opacity(0.4),
        ),
      ),
    );
    s.add(path('M-40,706C260,640 820,640 1240,690V800H-40Z', mix(room.things[3], '#4fa0d0', 0.45)));
    s.add(
      stroke('M-40,672C260,606 820,606 1240,656', '#22243a', 6),
      stroke('M-40,640C260,574 820,574 1240,624', '#c9302c', 6),
      stroke('M-40,470C260,400 820,400 1240,452', '#2b62a8', 7),
    );
    s.add(
      band(0, 'none', 0),
      [
        [250, 646, 1.45],
        [520, 610, 1.36],
        [760, 606, 1.3],
        [985, 622, 1.24],
      ].map(([x, y, k], i) => [
        ellipse(x, y + 2, 84 * k, 9, '#20142a', opacity(0.3)),
        rider(x, y, k, JERSEYS[(i + r.int(0, 2)) % 6], '#1b1a2c'),
      ]),
    );
  },

  street(s, r, light) {
    const wall = r.pick(['#e8a15d', '#d97b62', '#e9c46f', '#86b1a3', '#c98a8f']);
    const trim = darker(wall, 0.45);
    s.add(rect(0, 0, WIDTH, 800, s.across(lighter(wall, 0.2), wall, darker(wall, 0.14))));
    s.add(
      r.times(30, () =>
        rect(
          r.between(0, 1150),
          r.between(0, 600),
          r.between(20, 60),
          r.between(8, 14),
          lighter(wall, 0.4),
          opacity(0.35),
        ),
      ),
    );
    const shutter = mix(light.near, '#2f7f78', 0.5);
    [150, 500, 850].forEach((x, i) => {
      s.add(
        rect(x, 60, 170, 270, darker(wall, 0.15)),
        rect(x + 8, 68, 154, 254, s.fall(mix(light.sky[0], '#22304a', 0.45), light.sky[1])),
        line(
          [
            [x + 85, 68],
            [x + 85, 322],
          ],
          lighter(wall, 0.5),
          6,
        ),
        line(
          [
            [x + 8, 180],
            [x + 162, 180],
          ],
          lighter(wall, 0.5),
          6,
        ),
      );
      s.add(
        [x - 78, x + 170].map((sx) => [
          rect(sx, 60, 78, 270, shutter),
          r.times(15, (j) => rect(sx + 8, 72 + j * 17, 62, 6, darker(shutter, 0.3))),
        ]),
      );
      s.add(
        rect(x - 10, 330, 190, 16, lighter(wall, 0.4)),
        rect(x + 6, 312, 158, 34, '#8d4a33', 'rx="4"'),
        r.times(15, () =>
          circle(
            x + r.between(10, 160),
            r.between(280, 316),
            r.between(8, 15),
            r.pick(
              ['#e2504c', '#f1a0a8', '#3f7f4f', '#5a9a58', '#3f7f4f'][i]
                ? ['#e2504c', '#f4b6b0', '#3f7f4f', '#5a9a58']
                : ['#3f7f4f'],
            ),
          ),
        ),
      );
    });
    s.add(
      poly(
        [
          [0, 0],
          [520, 0],
          [1200, 560],
          [1200, 800],
          [900, 800],
        ],
        '#fff3cf',
        opacity(0.16),
      ),
    );
    s.add(
      rect(0, 600, WIDTH, 44, lighter(trim, 0.3)),
      rect(0, 640, WIDTH, 160, s.fall('#b9a996', '#857668')),
      r.times(16, (i) =>
        line(
          [
            [i * 92 - 40, 800],
            [i * 78 + 10, 642],
          ],
          '#6f6258',
          2,
          opacity(0.45),
        ),
      ),
      line(
        [
          [0, 706],
          [WIDTH, 706],
        ],
        '#6f6258',
        2,
        opacity(0.45),
      ),
    );
    s.add(
      ellipse(600, 690, 260, 18, '#2a1c28', opacity(0.3)),
      bicycle(600, 690, 2.7, r.pick(['#24598a', '#c23b34', '#1f6f5c']), '#26222f'),
    );
    s.add(
      path('M728,460h86l-10,64h-66z', '#a9743f'),
      r.times(9, () =>
        circle(
          r.between(732, 810),
          r.between(432, 462),
          r.between(9, 16),
          r.pick(['#f2d05f', '#e2785c', '#5c9a5a', '#fff1d6']),
        ),
      ),
    );
  },

  village(s, r, light) {
    sky(s, r, light, { y: 220, horizon: 520 });
    ranges(s, r, light, { from: 430, to: 520, count: 3, height: 170, reach: 0.5 });
    s.add(birds(r, 6, 820, 170, mix(light.near, light.far, 0.3)));
    const walls = ['#f0dcb8', '#e6b98c', '#d99a78', '#f5e9d2', '#cfae92'].map((hex) => mix(hex, light.far, 0.18));
    for (let row = 0; row < 3; row++) {
      for (let x = -30 + row * 22; x < 1220; x += r.between(70, 118)) {
        if (Math.abs(x - 590) < 70 - row * 6) continue;
        s.add(
          house(
            r,
            x,
            590 + row * 42,
            r.between(76, 122),
            r.between(84, 165) - row * 12,
            r.pick(walls),
            mix('#a3482f', light.near, 0.25),
            light.glow,
          ),
        );
      }
    }
    s.add(
      rect(556, 300, 66, 300, mix('#e8d3ad', light.far, 0.2)),
      poly(
        [
          [548, 300],
          [589, 196],
          [630, 300],
        ],
        mix('#8d3f2c', light.near, 0.3),
      ),
      circle(589, 350, 18, '#fdf6e3'),
      line(
        [
          [589, 350],
          [589, 338],
        ],
        '#3a2b2a',
        3,
      ),
      line(
        [
          [589, 350],
          [598, 354],
        ],
        '#3a2b2a',
        3,
      ),
      rect(574, 400, 30, 46, darker(light.near, 0.1), 'rx="15"'),
    );
    s.add(
      path(
        'M-10,660Q600,610 1210,660V810H-10Z',
        s.fall(mix('#a39a94', light.far, 0.3), mix('#6c6570', light.near, 0.3)),
      ),
      stroke('M-10,742Q600,692 1210,742', '#fff6e0', 5, 'stroke-dasharray="44 34" opacity=".6"'),
    );
    s.add(
      r.times(9, (i) => stroke(`M${i * 150 - 60},${420 + (i % 2) * 16}q75,44 150,0`, light.near, 2, opacity(0.5))),
      r.times(54, (i) =>
        poly(
          [
            [i * 23 - 12, 432 + Math.sin(i * 1.1) * 12],
            [i * 23 + 4, 432 + Math.sin(i * 1.1) * 12],
            [i * 23 - 4, 456 + Math.sin(i * 1.1) * 12],
          ],
          JERSEYS[i % 6],
        ),
      ),
    );
    s.add(
      [
        [190, 726, 1.1],
        [360, 716, 1.12],
        [560, 730, 1.22],
        [800, 728, 1.2],
        [1010, 744, 1.3],
      ].map(([x, y, k], i) => rider(x, y, k, JERSEYS[(i * 2 + r.int(0, 1)) % 6], darker(light.near, 0.3))),
    );
  },
};
