import { darker, lighter, mix } from './colour.js';
import { house } from './figures.js';
import { birds, conifer, jagged, ranges, ridge, roll, sky, snowcaps, soft, tree, water } from './land.js';
import { WIDTH, circle, group, line, opacity, path, poly, rect, stroke } from './sheet.js';

function train(x, y, k, hex, glow, cars) {
  const car = (i) => [
    rect(i * 196, -58, 188, 54, hex, 'rx="7"'),
    rect(i * 196, -22, 188, 7, '#fdf3dd'),
    Array.from({ length: 6 }, (_, j) => rect(i * 196 + 14 + j * 28, -49, 19, 19, glow, 'rx="3"')),
    rect(i * 196 + 188, -24, 9, 9, '#22243a'),
    [28, 60, 128, 160].map((dx) => circle(i * 196 + dx, -2, 8, '#22243a')),
  ];
  return group(
    `transform="translate(${x} ${y}) scale(${k})"`,
    Array.from({ length: cars }, (_, i) => car(i)),
    path(`M${cars * 196},-58h96q44,10 60,54h-156z`, hex),
    path(`M${cars * 196 + 66},-50h28q26,8 34,24h-62z`, glow),
    rect(cars * 196, -22, 150, 7, '#fdf3dd'),
    [34, 66, 112].map((dx) => circle(cars * 196 + dx, -2, 8, '#22243a')),
  );
}

const sail = (x, y, k, hull, cloth) =>
  group(
    `transform="translate(${x} ${y}) scale(${k})"`,
    path('M-50,0H50L34,20H-36Z', hull),
    line(
      [
        [0, 0],
        [0, -120],
      ],
      '#4a3526',
      4,
    ),
    poly(
      [
        [4, -118],
        [4, -10],
        [58, -10],
      ],
      cloth,
    ),
    poly(
      [
        [-4, -104],
        [-4, -10],
        [-40, -10],
      ],
      lighter(cloth, 0.3),
    ),
  );

export const travel = {
  viaduct(s, r, light) {
    sky(s, r, light, { y: 190, horizon: 520 });
    const back = ridge(r, 500, 290);
    s.add(jagged(back, s.fall(mix(light.far, light.near, 0.18), light.sky[2])), snowcaps(back, 310, '#fffaf4'));
    ranges(s, r, light, { from: 500, to: 580, count: 2, height: 150, reach: 0.45 });
    const green = mix(light.near, '#6a9a4c', 0.5);
    s.add(soft(roll(r, 690, 90), s.fall(mix(green, light.sky[2], 0.3), darker(green, 0.25))));
    const stone = mix('#cdbb9f', light.far, 0.3);
    s.add(
      `<g>`,
      rect(0, 452, WIDTH, 34, s.fall(lighter(stone, 0.3), stone)),
      r.times(9, (i) =>
        path(
          `M${i * 140 - 30},486h140v${210 + (i % 3) * 12}h-32V590q-38,-62 -76,0v${110 + (i % 3) * 12}h-32z`,
          s.across(lighter(stone, 0.12), darker(stone, 0.22)),
        ),
      ),
      rect(0, 444, WIDTH, 10, lighter(stone, 0.4)),
      '</g>',
    );
    s.add(train(r.between(140, 300), 446, 0.92, r.pick(['#b8333a', '#24598a', '#1f6f5c']), '#ffe9b0', 3));
    s.add(
      soft(roll(r, 770, 60), s.fall(green, darker(light.near, 0.15))),
      r.times(17, () =>
        conifer(
          r.chance(0.5) ? r.between(-10, 400) : r.between(820, 1210),
          r.between(735, 800),
          r.between(90, 190),
          mix(green, darker(light.near, 0.2), r.between(0.4, 0.9)),
        ),
      ),
      stroke('M540,800Q600,740 570,720T640,690', mix(light.sky[1], '#ffffff', 0.3), 20, opacity(0.8)),
    );
  },

  hilltown(s, r, light) {
    sky(s, r, light, { x: 250, y: 190, horizon: 560 });
    ranges(s, r, light, { from: 540, to: 580, count: 2, height: 160, reach: 0.4 });
    water(s, r, light, 574, { sunX: 250 });
    const walls = ['#f6e2b8', '#f0b98c', '#e58f6f', '#fbf1dc', '#f2cf6f', '#d9a0a0', '#a9c9c0'].map((hex) =>
      mix(hex, light.near, light.stars ? 0.3 : 0.06),
    );
    s.add(
      path(
        'M430,800Q470,600 620,520Q760,300 960,250Q1120,210 1210,220V800Z',
        s.fall(mix('#8a9a62', light.far, 0.3), mix('#5f6a4c', light.near, 0.25)),
      ),
    );
    for (let row = 0; row < 7; row++) {
      const start = 940 - row * 82;
      for (let x = start; x < 1220; x += r.between(58, 84))
        s.add(
          house(
            r,
            x,
            330 + row * 58 + Math.max(0, 760 - x) * 0.12,
            r.between(56, 80),
            r.between(70, 118),
            r.pick(walls),
            mix('#b5533a', light.near, 0.15),
            light.glow,
          ),
        );
    }
    s.add(
      rect(1010, 150, 44, 150, '#fbf1dc'),
      path('M1002,154Q1032,96 1062,154Z', mix('#2f8a8a', light.near, 0.2)),
      rect(1024, 190, 16, 30, darker(light.near, 0.1), 'rx="8"'),
    );
    s.add(
      rect(440, 738, 780, 70, s.fall('#d9c8aa', '#9a8870')),
      r.times(6, (i) => rect(470 + i * 120, 726, 10, 26, '#4a3526')),
      sail(200, 660, 1.1, '#b8333a', '#fff6e0'),
      sail(345, 606, 0.6, '#24598a', '#fbe3b8'),
      sail(90, 600, 0.42, '#35506b', '#fff6e0'),
      [
        [520, 728],
        [660, 734],
        [300, 756],
      ].map(([x, y], i) => [
        path(`M${x - 56},${y}h112l-18,24h-78z`, ['#2f7f8f', '#e0a03f', '#c5402f'][i]),
        line(
          [
            [x - 56, y],
            [x + 56, y],
          ],
          '#fff6e0',
          5,
        ),
      ]),
      birds(r, 6, 520, 210, light.near),
    );
  },

  ferry(s, r, light) {
    sky(s, r, light, { y: 300, x: 860, size: 58, horizon: 520, clouds: 5 });
    ranges(s, r, light, { from: 480, to: 540, count: 3, height: 200, reach: 0.45 });
    water(s, r, light, 535, { sunX: 860, glints: 60 });
    s.add(
      group(
        `transform="translate(${r.int(300, 380)} 650) scale(1.15)"`,
        path('M-220,-20H330L280,60H-190Q-216,40 -220,-20Z', s.fall('#22406a', '#14243f')),
        rect(-214, -34, 540, 16, '#c5402f'),
        rect(-170, -96, 400, 64, '#fbf6ea'),
        rect(-130, -150, 300, 56, '#fbf6ea'),
        rect(-60, -194, 130, 46, '#fbf6ea'),
        rect(-46, -184, 100, 20, '#35506b'),
        r.times(13, (i) => rect(-156 + i * 29, -78, 18, 22, light.glow, 'rx="3"')),
        r.times(10, (i) => rect(-118 + i * 28, -134, 17, 20, '#35506b', 'rx="3"')),
        poly(
          [
            [104, -150],
            [112, -222],
            [164, -222],
            [160, -150],
          ],
          '#c5402f',
        ),
        rect(110, -206, 54, 15, '#fbf6ea'),
        line(
          [
            [0, -194],
            [0, -250],
          ],
          '#4a4258',
          5,
        ),
        [0, 1, 2, 3].map((i) => circle(150 + i * -46, -236 - i * 14, 24 + i * 10, '#ffffff', opacity(0.4 - i * 0.08))),
        stroke('M-260,66Q-100,48 60,66T330,66', '#ffffff', 9, opacity(0.7)),
        stroke('M-330,88Q-120,66 120,90T430,84', '#ffffff', 6, opacity(0.5)),
      ),
    );
    s.add(
      birds(r, 9, 700, 230, darker(light.near, 0.1)),
      r.times(5, (i) =>
        stroke(
          `M${-60 + i * 20},${716 + i * 20}${'q70,-26 140,0t140,0'.repeat(5)}`,
          lighter(light.far, 0.5),
          4 + i,
          opacity(0.3),
        ),
      ),
    );
  },

  canal(s, r, light) {
    sky(s, r, light, { y: 150, horizon: 460, clouds: 4 });
    const walls = ['#8d3f34', '#b5603f', '#d9a05a', '#4a4a5e', '#6f7f86', '#a83f4a', '#e2c79a'].map((hex) =>
      mix(hex, light.near, light.stars ? 0.4 : 0.08),
    );
    const gables = [];
    for (let x = -10, i = 0; x < 1210; i++) {
      const [w, h, wall] = [r.between(104, 142), r.between(240, 350), walls[(i * 3 + r.int(0, 1)) % 7]];
      const top = 560 - h;
      const gable =
        i % 3 === 0
          ? path(
              `M${Math.round(x)},${Math.round(top)}V${Math.round(top - 20)}h20v-26h22v-24h${Math.round(w - 84)}v24h22v26h20v20z`,
              wall,
            )
          : i % 3 === 1
            ? path(
                `M${Math.round(x)},${Math.round(top)}q${Math.round(w * 0.14)},-70 ${Math.round(w * 0.34)},-74q${Math.round(w * 0.16)},-40 ${Math.round(w * 0.32)},0q${Math.round(w * 0.2)},4 ${Math.round(w * 0.34)},74z`,
                wall,
              )
            : poly(
                [
                  [x, top],
                  [x + w / 2, top - 84],
                  [x + w, top],
                ],
                wall,
              );
      gables.push([
        rect(x, top - 1, w, h, s.across(lighter(wall, 0.08), darker(wall, 0.12))),
        gable,
        r.times(Math.floor(h / 76), (row) =>
          r.times(3, (c) => [
            rect(x + w * (0.12 + c * 0.29), top + 16 + row * 74, w * 0.19, 46, '#fbf6ea'),
            rect(
              x + w * (0.12 + c * 0.29) + 3,
              top + 19 + row * 74,
              w * 0.19 - 6,
              40,
              r.chance(light.stars ? 0.6 : 0.22) ? light.glow : '#2b3a52',
            ),
          ]),
        ),
        circle(x + w / 2, top - 30, 10, '#fbf6ea'),
      ]);
      x += w + 2;
    }
    s.add(gables, rect(0, 552, WIDTH, 40, s.fall('#b3a088', '#7c6c60')));
    s.add(
      rect(0, 590, WIDTH, 210, s.fall(mix(light.sky[1], '#3f5a5c', 0.5), mix(light.near, '#1f3a44', 0.5))),
      group(`transform="translate(0 1180) scale(1 -1)" opacity=".3"`, gables),
      r.times(60, () => {
        const [x, y] = [r.between(0, WIDTH), r.between(604, 796)];
        return line(
          [
            [x, y],
            [x + r.between(20, 90), y],
          ],
          lighter(light.sky[2], 0.2),
          2.5,
          opacity(0.4),
        );
      }),
    );
    s.add(
      path('M330,600Q600,440 870,600H830Q600,486 370,600Z', '#8d6a52'),
      r.times(17, (i) =>
        line(
          [
            [350 + i * 31, 592 - Math.sin((i / 16) * 3.14) * 70],
            [350 + i * 31, 552 - Math.sin((i / 16) * 3.14) * 70],
          ],
          '#2b2636',
          3,
        ),
      ),
      stroke('M350,552Q600,410 850,552', '#2b2636', 5),
      path('M130,690H420L386,728H170Z', '#1f5a4c'),
      rect(190, 656, 150, 36, '#c98a3f', 'rx="6"'),
      r.times(4, (i) => rect(202 + i * 34, 664, 20, 15, light.glow)),
      [60, 1120, 980].map((x) => tree(r, x, 566, 150, mix('#5f9a4c', light.near, 0.15))),
    );
  },

  balloons(s, r, light) {
    sky(s, r, light, { y: 400, x: 640, size: 62, horizon: 600, clouds: 4 });
    ranges(s, r, light, { from: 540, to: 640, count: 4, height: 130, reach: 0.6 });
    const rocks = mix(light.far, '#c98a5f', 0.5);
    s.add(
      r.times(15, (i) => {
        const [x, y, h] = [i * 88 - 20, 650 + (i % 4) * 36, r.between(60, 150)];
        return [
          path(
            `M${x - 44},${y + 60}Q${x - 24},${Math.round(y - h * 0.6)} ${x},${Math.round(y - h)}Q${x + 24},${Math.round(y - h * 0.6)} ${x + 44},${y + 60}Z`,
            s.across(lighter(rocks, 0.2), mix(rocks, light.near, 0.5)),
          ),
          poly(
            [
              [x - 9, y - h + 22],
              [x, y - h - 8],
              [x + 9, y - h + 22],
            ],
            mix('#6a4a44', light.near, 0.3),
          ),
        ];
      }),
      soft(roll(r, 790, 60), s.fall(mix(rocks, light.near, 0.3), darker(light.near, 0.1))),
    );
    const balloon = (x, y, k, hues) =>
      group(
        `transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${k})"`,
        line(
          [
            [-34, 66],
            [-13, 118],
          ],
          '#4a3526',
          2,
        ),
        line(
          [
            [34, 66],
            [13, 118],
          ],
          '#4a3526',
          2,
        ),
        rect(-15, 116, 30, 24, '#8d5a33', 'rx="4"'),
        path('M0,-100C74,-100 96,-30 78,14Q62,50 34,70H-34Q-62,50 -78,14C-96,-30 -74,-100 0,-100Z', hues[0]),
        path('M0,-100C46,-100 56,-30 46,14Q38,50 20,70H-20Q-38,50 -46,14C-56,-30 -46,-100 0,-100Z', hues[1]),
        path('M0,-100C16,-100 20,-30 17,14Q14,50 7,70H-7Q-14,50 -17,14C-20,-30 -16,-100 0,-100Z', hues[0]),
        path('M20,-97C84,-88 92,-24 78,14Q62,50 34,70H20Q52,20 50,-20Q46,-70 20,-97Z', '#2a1030', opacity(0.14)),
      );
    const hues = [
      ['#d8432f', '#fbe3b8'],
      ['#f2a93a', '#7a2f4a'],
      ['#2f7f8f', '#fff3d8'],
      ['#8d4fa0', '#f6c177'],
      ['#e58f6f', '#35506b'],
    ];
    s.add(
      [
        [300, 240, 1.35],
        [820, 190, 1],
        [1030, 360, 0.7],
        [560, 330, 0.55],
        [120, 420, 0.5],
        [700, 470, 0.36],
        [930, 520, 0.3],
      ].map(([x, y, k], i) => balloon(x + r.between(-30, 30), y + r.between(-20, 20), k, hues[(i + r.int(0, 1)) % 5])),
      birds(r, 5, 560, 170, light.near),
    );
  },

  lake(s, r, light) {
    sky(s, r, light, { y: 200, horizon: 500 });
    const back = ridge(r, 470, 310);
    s.add(jagged(back, s.fall(mix(light.far, light.near, 0.25), light.sky[2])), snowcaps(back, 300, '#fffaf4'));
    ranges(s, r, light, { from: 480, to: 520, count: 2, height: 120, reach: 0.55 });
    s.add(
      r.times(70, (_, t) =>
        conifer(
          t * 1240 - 20,
          532 + r.between(-4, 6),
          r.between(40, 95),
          mix(light.far, darker(light.near, 0.1), r.between(0.55, 0.85)),
        ),
      ),
    );
    water(s, r, light, 530, { sunX: 600 });
    s.add(
      poly([...back.map(([x, y]) => [x, 532 + (532 - y) * 0.8]), [1210, 532], [-10, 532]], light.near, opacity(0.16)),
    );
    s.add(
      path(
        'M760,620Q900,580 1210,590V810H700Q700,660 760,620Z',
        s.fall(mix('#6f8a4c', light.near, 0.25), darker(light.near, 0.2)),
      ),
      group(
        'transform="translate(940 610)"',
        rect(-90, -90, 190, 96, '#7a4a30'),
        r.times(6, (i) => rect(-90, -88 + i * 16, 190, 3, '#4a2c20', opacity(0.5))),
        poly(
          [
            [-118, -84],
            [5, -170],
            [128, -84],
          ],
          '#3a2b33',
        ),
        rect(-54, -62, 40, 40, light.glow),
        rect(22, -66, 40, 72, '#3a2218'),
        rect(60, -176, 24, 60, '#6a5a5a'),
        [0, 1, 2, 3].map((i) => circle(76 + i * 12, -190 - i * 26, 12 + i * 7, '#ffffff', opacity(0.4 - i * 0.08))),
        circle(-34, -42, 90, s.glow([light.glow, 0.5], [light.glow, 0])),
      ),
    );
    s.add(
      rect(520, 668, 270, 13, '#8d6a4c'),
      r.times(5, (i) => rect(536 + i * 56, 676, 9, 44, '#5a4030')),
      path('M360,690q60,22 150,0q-14,34 -75,34t-75,-34z', '#c5402f'),
      line(
        [
          [400, 676],
          [470, 716],
        ],
        '#e9c79a',
        5,
      ),
      r.times(7, () =>
        conifer(
          r.between(1030, 1210),
          r.between(690, 800),
          r.between(150, 250),
          darker(light.near, r.between(0, 0.25)),
        ),
      ),
    );
  },

  compartment(s, r, light) {
    const wood = '#7a4630';
    s.add('<g>');
    sky(s, r, light, { y: 250, x: r.between(420, 780), horizon: 480 });
    ranges(s, r, light, { from: 430, to: 530, count: 4, height: 150, reach: 0.7 });
    s.add(
      rect(0, 520, WIDTH, 90, s.fall(mix(light.near, '#7f9a4c', 0.4), darker(light.near, 0.1))),
      r.times(6, (i) => [
        line(
          [
            [i * 240 + 20, 620],
            [i * 240 + 20, 330],
          ],
          darker(light.near, 0.2),
          8,
        ),
        line(
          [
            [i * 240 - 6, 350],
            [i * 240 + 46, 350],
          ],
          darker(light.near, 0.2),
          6,
        ),
      ]),
      stroke('M-10,352Q130,384 260,352T500,352T740,352T980,352T1220,352', darker(light.near, 0.2), 2.5),
      '</g>',
    );
    s.add(
      path(
        'M-10,-10H1210V810H-10ZM170,90Q150,90 150,110V530Q150,550 170,550H1030Q1050,550 1050,530V110Q1050,90 1030,90Z',
        s.across(darker(wood, 0.35), wood, darker(wood, 0.35)),
        'fill-rule="evenodd"',
      ),
      stroke('M170,90Q150,90 150,110V530Q150,550 170,550H1030Q1050,550 1050,530V110Q1050,90 1030,90Z', '#d9a85c', 9),
      line(
        [
          [150, 210],
          [1050, 210],
        ],
        '#d9a85c',
        7,
      ),
      poly(
        [
          [240, 94],
          [420, 94],
          [250, 546],
          [156, 546],
          [156, 310],
        ],
        '#ffffff',
        opacity(0.1),
      ),
    );
    const cloth = r.pick(['#a8333a', '#24598a', '#2f6d5c']);
    s.add(
      [
        [0, 1],
        [1200, -1],
      ].map(([x, flip]) =>
        group(
          `transform="translate(${x} 0) scale(${flip} 1)"`,
          [0, 1, 2, 3].map((i) =>
            path(`M${i * 34},60h36q6,240 ${-10 - i * 14},400l-34,0z`, i % 2 ? cloth : darker(cloth, 0.2)),
          ),
          rect(0, 420, 96, 22, '#e9c46f', 'rx="8"'),
        ),
      ),
      rect(0, 46, WIDTH, 16, '#d9a85c'),
    );
    s.add(
      path('M380,620H820L860,668H340Z', s.fall('#b8794c', '#8d5433')),
      rect(340, 664, 520, 14, '#6a3c26'),
      rect(560, 676, 80, 130, darker(wood, 0.4)),
      path('M-10,810V590Q0,560 60,560H220Q280,564 286,640V810Z', s.across(darker(cloth, 0.25), cloth)),
      path('M1210,810V590Q1200,560 1140,560H980Q920,564 914,640V810Z', s.across(cloth, darker(cloth, 0.3))),
    );
    s.add(
      rect(470, 566, 74, 58, '#fdf6e3', 'rx="10"'),
      stroke('M544,578q30,0 26,22q-4,16 -26,12', '#fdf6e3', 9),
      rect(470, 576, 74, 10, '#6a3a24'),
      line(
        [
          [700, 622],
          [700, 540],
        ],
        '#d9a85c',
        8,
      ),
      path('M652,548Q660,480 700,478Q740,480 748,548Z', '#f2c069'),
      circle(700, 548, 170, s.glow(['#ffe9b0', 0.6], ['#ffe9b0', 0])),
      group('transform="rotate(-7 600 634)"', rect(574, 618, 96, 16, '#35506b'), rect(578, 608, 90, 12, '#fdf6e3')),
    );
  },
};
