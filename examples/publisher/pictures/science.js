import { darker, lighter, mix } from './colour.js';
import { ranges, sky } from './land.js';
import { WIDTH, circle, ellipse, group, line, opacity, path, poly, rect, stroke } from './sheet.js';

function flask(s, x, y, k, glass, fluid, level) {
  const half = 30 + 78 * (1 - level);
  const top = -20 - 150 * level;
  return group(`transform="translate(${x} ${y}) scale(${k})"`, [
    path(
      `M${-half},${top}L-104,-18Q-112,0 -92,0H92Q112,0 104,-18L${half},${top}Z`,
      s.fall(lighter(fluid, 0.25), fluid),
    ),
    ellipse(0, top, half, 8, lighter(fluid, 0.45)),
    path(
      'M-26,-290V-190L-104,-18Q-112,0 -92,0H92Q112,0 104,-18L26,-190V-290Z',
      glass,
      'fill-opacity=".22" stroke="#ffffff" stroke-opacity=".75" stroke-width="5"',
    ),
    rect(-34, -300, 68, 14, '#ffffff', 'rx="7" opacity=".8"'),
    line(
      [
        [-68, -60],
        [-30, -160],
      ],
      '#ffffff',
      8,
      opacity(0.55),
    ),
    [0, 1, 2, 3].map((i) => circle(-30 + i * 22, -30 - i * 17, 5 + (i % 3) * 3, '#ffffff', opacity(0.45))),
  ]);
}

const tube = (s, x, y, fluid, level) => [
  rect(
    x - 16,
    y - 190,
    32,
    190,
    '#ffffff',
    'rx="16" fill-opacity=".25" stroke="#ffffff" stroke-opacity=".8" stroke-width="4"',
  ),
  path(
    `M${x - 14},${y - 180 * level}H${x + 14}V${y - 16}Q${x + 14},${y - 3} ${x},${y - 3}Q${x - 14},${y - 3} ${x - 14},${y - 16}Z`,
    s.fall(lighter(fluid, 0.3), fluid),
  ),
];

export const science = {
  glassware(s, r, room) {
    s.add(rect(0, 0, WIDTH, 800, s.across(room.wall, lighter(room.wall, 0.25), room.shade)));
    s.add(
      rect(120, 60, 420, 380, lighter(room.wall, 0.55), 'rx="8"'),
      rect(138, 78, 384, 344, s.fall('#9fd0e4', '#e4f3ea')),
      r.times(4, (i) => ellipse(160 + i * 110, 440, 95, r.between(60, 120), mix('#6fa36f', '#cfe6cf', i * 0.2))),
      rect(120, 424, 420, 22, lighter(room.wall, 0.6)),
      rect(322, 70, 14, 360, lighter(room.wall, 0.6)),
    );
    s.add(
      rect(640, 150, 500, 16, room.table),
      rect(640, 300, 500, 16, room.table),
      r.times(9, (i) =>
        rect(
          660 + i * 52,
          150 - 34 - (i % 3) * 22,
          36,
          34 + (i % 3) * 22,
          mix(room.things[i % 4], room.wall, 0.25),
          'rx="5"',
        ),
      ),
      r.times(7, (i) =>
        circle(690 + i * 66, 300 - 26 - (i % 2) * 8, 26 + (i % 2) * 8, mix(room.things[(i + 1) % 4], room.wall, 0.35)),
      ),
    );
    s.add(
      rect(0, 640, WIDTH, 160, s.fall(lighter(room.table, 0.2), darker(room.table, 0.3))),
      rect(0, 632, WIDTH, 16, lighter(room.table, 0.45)),
    );
    const [a, b, c, d] = room.things;
    s.add(
      [
        [250, 1.05, a, 0.5],
        [560, 1.3, c, 0.62],
        [1000, 0.95, b, 0.42],
      ].map(([x, k, fluid, level]) => [
        ellipse(x, 650, 130 * k, 14, room.dark, opacity(0.28)),
        flask(s, x, 648, k, '#ffffff', fluid, level),
      ]),
    );
    s.add(
      rect(730, 500, 190, 14, darker(room.table, 0.15)),
      [b, a, d, c].map((fluid, i) => tube(s, 756 + i * 46, 630, fluid, r.between(0.35, 0.75))),
      rect(730, 560, 190, 14, darker(room.table, 0.15)),
      rect(724, 500, 12, 148, darker(room.table, 0.25)),
      rect(914, 500, 12, 148, darker(room.table, 0.25)),
    );
    s.add(stroke('M560,256q0,-70 70,-70t70,70t60,70', '#ffffff', 8, opacity(0.7)));
  },

  observatory(s, r, light) {
    sky(s, r, light, { x: 930, y: 170, size: 30, horizon: 620, clouds: 1 });
    s.add(
      group(
        'transform="rotate(-28 600 300)"',
        ellipse(600, 250, 900, 90, s.glow(['#dfe6ff', 0.5], ['#a9b4ff', 0.2, 0.5], ['#a9b4ff', 0])),
        r.times(110, () =>
          circle(
            r.between(0, 1200),
            250 + r.between(-1, 1) * r.between(0, 90),
            r.between(0.8, 2.6),
            '#fff8e6',
            opacity(r.between(0.4, 1)),
          ),
        ),
      ),
    );
    ranges(s, r, light, { from: 590, to: 690, count: 3, height: 150, reach: 0.8 });
    const metal = mix('#dfe4ee', light.far, 0.25);
    s.add(path('M-10,700Q400,600 620,610T1210,690V810H-10Z', darker(light.near, 0.1)));
    s.add(
      rect(402, 500, 276, 130, s.across(metal, darker(metal, 0.35))),
      path('M390,506A150,150 0 0 1 690,506Z', s.across(lighter(metal, 0.4), metal, darker(metal, 0.45))),
      path('M520,360A150,150 0 0 1 590,366L600,506H540Z', darker(light.near, 0.3)),
      poly(
        [
          [556, 420],
          [600, 330],
          [620, 340],
          [584, 436],
        ],
        '#f2c069',
      ),
    );
    s.add(
      r.times(9, (i) =>
        line(
          [
            [414 + i * 32, 512],
            [414 + i * 32, 620],
          ],
          '#20243a',
          2,
          opacity(0.2),
        ),
      ),
      rect(516, 560, 48, 70, light.glow, 'rx="4"'),
      circle(540, 600, 110, s.glow([light.glow, 0.5], [light.glow, 0])),
    );
    s.add(
      [
        [820, 622, 0.62],
        [960, 642, 0.5],
      ].map(([x, y, k]) =>
        group(
          `transform="translate(${x} ${y}) scale(${k})"`,
          poly(
            [
              [-40, 0],
              [0, -90],
              [40, 0],
            ],
            darker(metal, 0.3),
          ),
          group(
            'transform="rotate(-32 0 -100)"',
            path('M-95,-130Q0,-30 95,-130Q0,-100 -95,-130Z', metal),
            ellipse(0, -130, 95, 22, lighter(metal, 0.4)),
            line(
              [
                [0, -116],
                [0, -190],
              ],
              darker(metal, 0.4),
              5,
            ),
            circle(0, -190, 8, darker(metal, 0.4)),
          ),
        ),
      ),
    );
  },

  planet(s, r, light) {
    s.add(
      rect(0, 0, WIDTH, 800, s.fall('#0b0f2a', mix('#221a4a', light.sky[0], 0.35), mix('#3a2058', light.sky[1], 0.25))),
      r.times(170, () =>
        circle(r.between(0, WIDTH), r.between(0, 800), r.between(0.7, 2.6), '#fff5e0', opacity(r.between(0.25, 1))),
      ),
    );
    s.add(ellipse(860, 560, 620, 330, s.glow([light.sky[1], 0.35], [light.sky[1], 0])));
    const body = [light.sky[2], light.sky[1], mix(light.sky[1], light.near, 0.5), mix(light.sky[2], light.sky[1], 0.5)];
    const [x, y, size] = [r.between(420, 560), 420, 235];
    const ring = (half) =>
      group(
        `transform="rotate(-17 ${Math.round(x)} ${y})"`,
        [1.95, 1.78, 1.6, 1.46].map((k, i) =>
          path(
            `M${Math.round(x - size * k)},${y}A${Math.round(size * k)},${Math.round(size * k * 0.24)} 0 0 ${half} ${Math.round(x + size * k)},${y}`,
            'none',
            `stroke="${mix(body[0], body[i % 3], 0.4)}" stroke-width="${[10, 22, 14, 6][i]}" stroke-opacity="${[0.5, 0.85, 0.7, 0.5][i]}"`,
          ),
        ),
      );
    s.add(
      ring(1),
      `<g ${s.clip(circle(x, y, size, '#000'))}>`,
      circle(x, y, size, body[1]),
      group(
        `transform="rotate(-17 ${Math.round(x)} ${y})"`,
        r.times(9, (i) =>
          ellipse(x, y - size + (i + 0.6) * (size / 4.6), size * 1.15, r.between(8, 30), body[i % 4], opacity(0.75)),
        ),
        ellipse(x + 70, y + 60, 46, 20, body[2]),
      ),
      circle(
        x - size * 0.45,
        y - size * 0.45,
        size * 1.7,
        s.glow(['#fff6e0', 0.22], ['#050718', 0, 0.4], ['#050718', 0.9, 0.95]),
      ),
      '</g>',
      ring(0),
    );
    s.add(
      circle(965, 215, 54, s.across(lighter(body[3], 0.3), darker(body[2], 0.4))),
      circle(948, 205, 9, darker(body[3], 0.3), opacity(0.4)),
      circle(980, 232, 13, darker(body[3], 0.3), opacity(0.4)),
      circle(1100, 520, 18, mix(body[0], '#8fb7d8', 0.5)),
    );
    s.add(
      group(
        'transform="translate(905 590) rotate(-14) scale(1.25)"',
        rect(-34, -22, 68, 44, '#e9d9a8', 'rx="4"'),
        rect(-150, -15, 108, 30, '#35599a'),
        rect(42, -15, 108, 30, '#35599a'),
        r.times(5, (i) => [
          line(
            [
              [-148 + i * 24, -15],
              [-148 + i * 24, 15],
            ],
            '#aac2ea',
            2,
          ),
          line(
            [
              [48 + i * 24, -15],
              [48 + i * 24, 15],
            ],
            '#aac2ea',
            2,
          ),
        ]),
        path('M-22,-24Q0,-62 22,-24Z', '#f6f2e6'),
        line(
          [
            [0, -40],
            [0, -66],
          ],
          '#f6f2e6',
          3,
        ),
        circle(0, -68, 4, '#ff8c69'),
      ),
    );
  },

  deepsea(s, r, light) {
    s.add(rect(0, 0, WIDTH, 800, s.fall(mix('#2b8fa8', light.sky[1], 0.35), '#0f4d72', '#08203f', '#040d20')));
    s.add(
      r.times(6, (i) =>
        poly(
          [
            [120 + i * 190, 0],
            [190 + i * 190, 0],
            [40 + i * 205, 620],
            [-90 + i * 205, 620],
          ],
          s.fall(['#d9fbf4', 0.12], ['#d9fbf4', 0]),
        ),
      ),
    );
    s.add(
      poly(
        [
          [590, 420],
          [1230, 500],
          [1230, 800],
          [980, 800],
        ],
        s.across(['#fff3b8', 0.65], ['#fff3b8', 0]),
      ),
    );
    s.add(
      path(
        `M-10,810V720${r.times(13, (i) => `Q${i * 100 + 50},${Math.round(640 + r.between(0, 90))} ${i * 100 + 100},${Math.round(700 + r.between(-20, 30))}`).join('')}V810Z`,
        s.fall('#23405c', '#0a1830'),
      ),
    );
    s.add(
      r.times(9, (i) => {
        const [x, y, hex] = [
          700 + i * 58 + r.between(-20, 20),
          735 + r.between(0, 30),
          r.pick(['#f0785a', '#f2b654', '#e48aa8', '#79c7b0']),
        ];
        return [-24, -8, 8, 22].map((dx) =>
          stroke(
            `M${Math.round(x)},${Math.round(y)}q${Math.round(dx * 0.3)},-40 ${dx},${-r.int(50, 110)}`,
            hex,
            9,
            opacity(0.9),
          ),
        );
      }),
    );
    s.add(
      group(
        'transform="translate(440 390) rotate(6)"',
        ellipse(0, 0, 165, 82, s.fall('#ffd66b', '#f2a93a', '#b86a25')),
        rect(-40, -112, 84, 46, '#f2a93a', 'rx="10"'),
        rect(-4, -150, 9, 42, '#8c5424'),
        path('M-150,-20L-214,-66V66L-150,24Z', '#c77a2c'),
        circle(92, -6, 52, '#7a4a20'),
        circle(92, -6, 42, s.glow(['#e9fbff', 1], ['#4aa8c4', 1])),
        path('M66,-28q14,-18 36,-12', 'none', 'stroke="#fff" stroke-width="6" stroke-linecap="round"'),
        circle(-20, 4, 19, '#7a4a20'),
        circle(-20, 4, 13, '#bfeaf2'),
        rect(-90, 78, 200, 16, '#6b4423', 'rx="8"'),
        line(
          [
            [60, 84],
            [150, 110],
            [184, 92],
          ],
          '#6b4423',
          9,
        ),
      ),
    );
    const jelly = (x, y, k, hex) =>
      group(
        `transform="translate(${x} ${y}) scale(${k})" opacity=".85"`,
        r.times(7, (i) =>
          stroke(`M${-36 + i * 12},0q${i % 2 ? 14 : -14},40 0,80t0,${r.int(40, 90)}`, hex, 4, opacity(0.6)),
        ),
        path(
          'M-56,6Q-58,-66 0,-70Q58,-66 56,6Q42,-8 28,6Q14,-8 0,6Q-14,-8 -28,6Q-42,-8 -56,6Z',
          s.fall(lighter(hex, 0.5), hex),
        ),
      );
    s.add(
      jelly(880, 220, 1.3, '#e58ac0'),
      jelly(1060, 340, 0.75, '#9d8ff0'),
      jelly(160, 170, 0.7, '#7fd8d8'),
      r.times(34, () =>
        circle(
          r.between(150, 420),
          r.between(40, 300),
          r.between(2, 8),
          'none',
          'stroke="#d7fbff" stroke-width="2" opacity=".5"',
        ),
      ),
    );
  },

  cells(s, r, room) {
    const ground = darker(room.things[3], 0.35);
    s.add(
      rect(0, 0, WIDTH, 800, ground),
      circle(600, 400, 640, s.glow([lighter(room.things[3], 0.35), 0.9], [room.things[3], 0.5], [ground, 0])),
    );
    const dish = circle(600, 400, 365, '#000');
    s.add(
      circle(600, 400, 392, room.pale, opacity(0.9)),
      circle(600, 400, 366, s.glow(['#fffdf4', 1], [mix(room.pale, room.things[1], 0.35), 1])),
      `<g ${s.clip(dish)}>`,
    );
    const placed = [];
    for (let tries = 0; tries < 700 && placed.length < 58; tries++) {
      const cell = { x: r.between(230, 970), y: r.between(40, 760), size: r.between(22, 78) };
      if (
        Math.hypot(cell.x - 600, cell.y - 400) + cell.size > 358 ||
        placed.some((p) => Math.hypot(p.x - cell.x, p.y - cell.y) < p.size + cell.size + 3)
      )
        continue;
      placed.push(cell);
      const hex = r.pick(room.things);
      s.add(
        ellipse(
          cell.x,
          cell.y,
          cell.size,
          cell.size * r.between(0.86, 1),
          s.glow([lighter(hex, 0.72), 0.95], [lighter(hex, 0.3), 0.9, 0.75], [hex, 0.95]),
          `stroke="${hex}" stroke-width="3"`,
        ),
        circle(
          cell.x + r.between(-0.2, 0.2) * cell.size,
          cell.y + r.between(-0.2, 0.2) * cell.size,
          cell.size * 0.34,
          darker(hex, 0.25),
          opacity(0.85),
        ),
        circle(cell.x - cell.size * 0.1, cell.y - cell.size * 0.12, cell.size * 0.12, lighter(hex, 0.6)),
        r.times(4, () =>
          circle(
            cell.x + r.between(-0.65, 0.65) * cell.size,
            cell.y + r.between(-0.6, 0.6) * cell.size,
            cell.size * 0.07,
            darker(hex, 0.1),
            opacity(0.6),
          ),
        ),
      );
    }
    s.add(
      '</g>',
      stroke('M330,190A345,345 0 0 1 520,72', '#ffffff', 16, opacity(0.7)),
      group(
        'transform="rotate(38 1010 610)"',
        rect(990, 330, 26, 420, room.pale, 'rx="6"'),
        rect(985, 300, 36, 60, room.things[0], 'rx="14"'),
        poly(
          [
            [994, 750],
            [1012, 750],
            [1005, 800],
            [1001, 800],
          ],
          '#ffffff',
        ),
      ),
    );
  },

  strata(s, r, room) {
    const bands = ['#f0d9ae', '#dcae74', '#b9774c', '#8f5440', '#c99a63', '#6d4a4d', '#a3765c', '#4b3a48'];
    s.add(rect(0, 0, WIDTH, 800, '#f0d9ae'));
    bands.forEach((fill, i) =>
      s.add(
        path(
          `M-10,${i * 100 + 10}${r.times(7, (j) => `Q${j * 200 + 90},${Math.round(i * 100 + r.between(-40, 40))} ${j * 200 + 200},${Math.round(i * 100 + 10 + r.between(-16, 16))}`).join('')}V820H-10Z`,
          s.fall(lighter(fill, 0.16), fill),
        ),
      ),
    );
    s.add(
      r.times(130, () =>
        ellipse(
          r.between(0, WIDTH),
          r.between(0, 800),
          r.between(2, 16),
          r.between(2, 6),
          r.chance(0.5) ? '#fff2d5' : '#3c2a30',
          opacity(0.22),
        ),
      ),
    );
    const [cx, cy] = [600, 400];
    const turn = (a) => 26 * Math.exp(0.148 * a);
    const spiral = Array.from({ length: 110 }, (_, i) => i * 0.133).map((a) => ({
      a,
      x: cx + turn(a) * Math.cos(a),
      y: cy + turn(a) * Math.sin(a),
      w: turn(a) * 0.52,
    }));
    s.add(
      circle(cx + 14, cy + 20, 272, '#2a1a20', opacity(0.35)),
      circle(cx, cy, 268, s.glow(['#8d6a4f', 1], ['#5e4238', 1])),
    );
    s.add(
      spiral.map((p, i) =>
        i % 1
          ? ''
          : circle(
              p.x,
              p.y,
              p.w,
              i % 3 === 0 ? mix('#6b4a3c', '#3a2730', 0.3) : mix('#e9cf9f', '#b8834f', (i % 9) / 9),
            ),
      ),
      spiral
        .filter((_, i) => i % 4 === 0)
        .map((p) =>
          line(
            [
              [p.x - Math.cos(p.a) * p.w * 0.85, p.y - Math.sin(p.a) * p.w * 0.85],
              [p.x + Math.cos(p.a) * p.w * 0.85, p.y + Math.sin(p.a) * p.w * 0.85],
            ],
            '#5a3c33',
            Math.max(1.5, p.w * 0.09),
            opacity(0.8),
          ),
        ),
    );
    s.add(circle(cx - 110, cy - 130, 240, s.glow(['#fff6df', 0.4], ['#fff6df', 0])));
    s.add(
      group(
        'transform="rotate(-34 1000 610)"',
        rect(985, 520, 30, 230, room.things[0], 'rx="10"'),
        rect(992, 480, 16, 50, '#c9ccd4'),
        path('M960,440h80v30q-40,22 -80,0z', '#a9aeb8'),
        r.times(9, (i) =>
          line(
            [
              [965 + i * 9, 440],
              [965 + i * 9, 412],
            ],
            '#f3e6c8',
            5,
          ),
        ),
      ),
    );
  },
};
