// What the clips show: a scene draws one moment, `t` seconds after its start, on a canvas of WIDTH × HEIGHT.
export const WIDTH = 640;
export const HEIGHT = 360;

/** Colours from the top of the sky to the nearest ground, then what shines. */
const LIGHT = {
  dawn: ['#7d93c4', '#f0bfae', '#6b5f86', '#3d3559', '#ffe3a3'],
  noon: ['#4f9fd6', '#d9eef3', '#3f8791', '#1c4f57', '#fff7d1'],
  dusk: ['#2b2a60', '#e58f74', '#5b3f72', '#1f1a3f', '#ffd38a'],
  night: ['#081030', '#2e4280', '#1c2752', '#0a0f26', '#f3ecc9'],
};

function sky(c, [top, horizon]) {
  const fall = c.createLinearGradient(0, 0, 0, HEIGHT * 0.7);
  fall.addColorStop(0, top);
  fall.addColorStop(1, horizon);
  c.fillStyle = fall;
  c.fillRect(0, 0, WIDTH, HEIGHT);
}

function disc(c, x, y, r, colour) {
  c.fillStyle = colour;
  c.beginPath();
  c.arc(x, y, r, 0, 7);
  c.fill();
}

/** Ground up to a line of hills that moves by `shift`. */
function hills(c, y, height, length, shift, colour) {
  c.fillStyle = colour;
  c.beginPath();
  c.moveTo(0, HEIGHT);
  for (let x = 0; x <= WIDTH; x += 8) {
    const at = (x + shift) / length;
    c.lineTo(x, y - height * (Math.sin(at) * 0.6 + Math.sin(at * 2.3 + 1) * 0.4));
  }
  c.lineTo(WIDTH, HEIGHT);
  c.fill();
}

/** The same number for the same n, from 0 to 1. */
const chance = (n) => Math.abs(Math.sin(n * 127.1) * 43758.5453) % 1;

function stars(c, light, t) {
  if (light !== LIGHT.night && light !== LIGHT.dusk) return;
  for (let n = 0; n < 60; n++) {
    c.globalAlpha = 0.4 + 0.5 * Math.abs(Math.sin(t + n));
    disc(c, chance(n) * WIDTH, chance(n + 99) * 170, 1 + chance(n + 7), light[4]);
  }
  c.globalAlpha = 1;
}

export const SCENES = {
  sea(c, t, light) {
    sky(c, light);
    stars(c, light, t);
    disc(c, 430, 140 + t, 34, light[4]);
    for (let row = 0; row < 9; row++) {
      const y = 190 + row * row * 2.4;
      c.globalAlpha = row % 2 ? 0.55 : 1;
      hills(
        c,
        y,
        3 + row * 1.3,
        46 + row * 14,
        t * (24 + row * 9) * (row % 2 ? 1 : -0.6),
        row % 2 ? light[2] : light[3],
      );
    }
    c.globalAlpha = 1;
    const bob = Math.sin(t * 1.6) * 4;
    c.fillStyle = light[3];
    c.beginPath();
    c.ellipse(170 + t * 5, 222 + bob, 34, 12, Math.sin(t) * 0.08, 0, Math.PI);
    c.fill();
    c.fillStyle = light[4];
    c.beginPath();
    c.moveTo(172 + t * 5, 216 + bob);
    c.lineTo(172 + t * 5, 160 + bob);
    c.lineTo(206 + t * 5, 212 + bob);
    c.fill();
  },
  rails(c, t, light) {
    sky(c, light);
    stars(c, light, t);
    disc(c, 140, 110, 28, light[4]);
    hills(c, 215, 42, 120, t * 14, light[2]);
    hills(c, 262, 26, 74, t * 46, light[3]);
    for (let n = 0; n < 6; n++) {
      const x = ((n * 160 - t * 150) % 960) + 800;
      c.fillStyle = light[3];
      c.fillRect(x, 150, 5, 150);
      c.fillRect(x - 16, 164, 37, 4);
    }
    c.fillStyle = '#2b2730';
    c.fillRect(0, 312, WIDTH, 48);
    for (let car = 0; car < 4; car++) {
      const x = 20 + car * 158 + Math.sin(t * 3 + car) * 1.5;
      c.fillStyle = car === 3 ? '#c8502f' : '#b4532c';
      c.beginPath();
      c.roundRect(x, 236, 150, 68, car === 3 ? [6, 40, 10, 6] : 6);
      c.fill();
      c.fillStyle = light[4];
      for (let pane = 0; pane < 4; pane++) c.fillRect(x + 12 + pane * 32, 250, 22, 22);
      for (const wheel of [30, 118]) disc(c, x + wheel, 306, 11, '#18151c');
    }
  },
  rain(c, t, light) {
    sky(c, light);
    for (let house = 0; house < 8; house++) {
      const height = 90 + chance(house) * 120;
      c.fillStyle = house % 2 ? light[2] : light[3];
      c.fillRect(house * 84 - 10, 330 - height, 88, height);
      for (let pane = 0; pane < 8; pane++) {
        const isLit = Math.sin(t * 0.4 + house * 5 + pane * 3) > 0.1;
        c.fillStyle = isLit ? light[4] : light[3];
        c.globalAlpha = isLit ? 0.9 : 0.4;
        c.fillRect(house * 84 + 6 + (pane % 3) * 24, 345 - height + Math.floor(pane / 3) * 30, 13, 17);
      }
      c.globalAlpha = 1;
    }
    c.fillStyle = light[3];
    c.fillRect(0, 318, WIDTH, 42);
    c.strokeStyle = '#e4eef4';
    c.lineWidth = 1.4;
    for (let drop = 0; drop < 190; drop++) {
      const speed = 330 + chance(drop) * 260;
      const y = ((chance(drop + 50) * HEIGHT + t * speed) % (HEIGHT + 30)) - 30;
      const x = chance(drop + 11) * (WIDTH + 60) - y * 0.09;
      c.globalAlpha = 0.2 + 0.4 * chance(drop + 3);
      c.beginPath();
      c.moveTo(x, y);
      c.lineTo(x - 3, y + 20);
      c.stroke();
    }
    c.globalAlpha = 1;
  },
  fire(c, t, light) {
    sky(c, light);
    stars(c, light, t);
    hills(c, 250, 34, 90, 0, light[2]);
    for (let tree = 0; tree < 9; tree++) {
      const x = tree * 78 + chance(tree) * 20;
      const height = 90 + chance(tree + 4) * 70;
      c.fillStyle = light[3];
      c.beginPath();
      c.moveTo(x - 30, 290);
      c.lineTo(x + Math.sin(t + tree) * 3, 290 - height);
      c.lineTo(x + 30, 290);
      c.fill();
    }
    c.fillStyle = '#17131a';
    c.fillRect(0, 288, WIDTH, 72);
    const glow = c.createRadialGradient(320, 300, 10, 320, 300, 210 + Math.sin(t * 9) * 12);
    glow.addColorStop(0, 'rgb(255 170 70 / 70%)');
    glow.addColorStop(1, 'rgb(255 140 40 / 0%)');
    c.fillStyle = glow;
    c.fillRect(0, 0, WIDTH, HEIGHT);
    for (const [colour, size] of [
      ['#d9481f', 1],
      ['#f4892b', 0.7],
      ['#ffd76a', 0.4],
    ]) {
      c.fillStyle = colour;
      c.beginPath();
      c.moveTo(320 - 46 * size, 318);
      for (let tongue = 0; tongue <= 4; tongue++) {
        const x = 320 + (tongue - 2) * 22 * size;
        c.quadraticCurveTo(
          x - 10 * size,
          290,
          x,
          318 - (70 - Math.abs(tongue - 2) * 20 + Math.sin(t * (7 + tongue) + tongue) * 16) * size,
        );
        c.lineTo(x + 11 * size, 306);
      }
      c.lineTo(320 + 46 * size, 318);
      c.fill();
    }
    for (let spark = 0; spark < 16; spark++) {
      const rise = (chance(spark) + t * (0.2 + chance(spark + 5) * 0.3)) % 1;
      c.globalAlpha = 1 - rise;
      disc(
        c,
        320 + Math.sin(t * 2 + spark * 3) * 40 * rise + (chance(spark + 9) - 0.5) * 60,
        300 - rise * 220,
        2,
        '#ffcf70',
      );
    }
    c.globalAlpha = 1;
    c.strokeStyle = '#5b3a26';
    c.lineWidth = 12;
    c.lineCap = 'round';
    for (const side of [-1, 1]) {
      c.beginPath();
      c.moveTo(320 - 56 * side, 326);
      c.lineTo(320 + 50 * side, 312);
      c.stroke();
    }
  },
};

/** Draws a scene in a light at a moment. */
export const draw = (c, { scene, light }, t) => SCENES[scene](c, t, LIGHT[light]);
