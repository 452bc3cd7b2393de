// Called by scripts/screenshot: draws, uploads through the page like a person, waits until all is understood, takes the picture.
const fs = require('node:fs');
const path = require('node:path');
const { execFileSync } = require('node:child_process');

const [url, folder, playwright] = process.argv.slice(2);
const { chromium } = require(playwright);
const picture = path.join(__dirname, '../docs/screenshot.png');

// Names, and what ffmpeg's own sources draw for them; none of it is anybody's work.
const fractals = [
  ['coast-from-above', -0.7436, 0.1318, 0.012, 30], ['spiral-stairs', -0.1607, 1.0376, 0.03, 200], ['harbour-evening', -1.2561, 0.3804, 0.02, 320],
  ['summer-campaign-hero', -0.7453, 0.1127, 0.006, 60], ['lagoon', -0.1011, 0.9563, 0.02, 150], ['market-stall', -1.4011, 0.0001, 0.03, 260],
  ['reef-dive', -0.75, 0.1, 0.05, 170], ['autumn-window', 0.2501, 0.0001, 0.02, 10], ['frozen-lake', -0.8, 0.156, 0.03, 215],
  ['studio-detail', -0.0452, 0.9868, 0.015, 290],
];
const skies = [
  ['morning-fog', '0xf6d7c3', '0xa7c5d9', '0x5b7a8c'], ['sunset-terrace', '0x1b2a6b', '0xd1495b', '0xedae49'], ['product-mint', '0xd8f3e3', '0x74c9a5', '0x1f6f5c'],
  ['spring-launch', '0xffe3e3', '0xff9eb5', '0x8a4fa3'], ['night-drive', '0x05060f', '0x16325c', '0x3fa7d6'], ['sand-and-sea', '0xf2e3c6', '0x7fc8c2', '0x145c77'],
  ['golden-hour', '0xfff1c1', '0xf6a04d', '0x7a2e1d'], ['lavender-field', '0xe9dcff', '0x9b7bd4', '0x3c2a63'], ['deep-forest', '0xcfe3b4', '0x4f7f4a', '0x10301f'],
  ['citrus', '0xfff8b8', '0xffc83d', '0xe8731a'],
];

function draw(name, ...arguments_) {
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...arguments_, path.join(folder, name)]);
}

function drawAll() {
  fs.mkdirSync(folder, { recursive: true });
  const source = (graph) => ['-f', 'lavfi', '-i', graph];
  const still = ['-frames:v', '1', '-q:v', '4'];
  fractals.forEach(([name, x, y, scale, hue], index) => {
    const graph = `mandelbrot=s=640x640:maxiter=400:start_x=${x}:start_y=${y}:start_scale=${scale}:inner=mincol,hue=h=${hue}:s=0.5`;
    draw(`${name}.jpg`, ...source(graph), ...still);
    const sky = skies[index];
    draw(`${sky[0]}.jpg`, ...source(`gradients=s=800x800:c0=${sky[1]}:c1=${sky[2]}:c2=${sky[3]}:nb_colors=3:x0=0:y0=0:x1=${index * 80}:y1=800:speed=0.00001:seed=${index + 1}`), ...still);
  });
  const clip = ['-t', '14', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
  draw('teaser-reel.mp4', ...source('gradients=s=360x640:r=12:c0=0x0b7285:c1=0xffd43b:c2=0xd1495b:nb_colors=3:speed=0.02:seed=5'), ...clip);
  draw('behind-the-scenes.mp4', ...source('life=s=160x160:r=12:mold=10:ratio=0.12:seed=7:death_color=#0b3d5c:life_color=#ffd43b:mold_color=#0b7285,scale=480:480:flags=neighbor'), ...clip);
}

async function main() {
  drawAll();
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: url, locale: 'en-GB', reducedMotion: 'reduce' });
    page.setDefaultTimeout(900_000);
    await page.goto('/library');
    await page.getByLabel('Email').fill('kim@example.com');
    await page.locator('input[type=password]').fill('three for a girl');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const files = fs.readdirSync(folder);
    // A fixed shuffle, so that fractals, skies and clips stand side by side.
    files.sort((a, b) => ((a.length * 7 + a.charCodeAt(2) * 13) % 29) - ((b.length * 7 + b.charCodeAt(2) * 13) % 29));
    await page.getByLabel('Files to upload').setInputFiles(files.map((name) => path.join(folder, name)));
    await page.waitForFunction((count) => document.querySelectorAll('[data-asset]').length === count, files.length);
    await page.waitForFunction(() => document.querySelector('[data-asset][aria-label$=processing]') === null);
    await page.waitForSelector('section[aria-label=Uploads]', { state: 'detached' });
    await page.waitForFunction(() => [...document.querySelectorAll('[data-grid] li')].every((li) => li.querySelector('img[data-shown]')));
    await page.mouse.move(700, 75);
    const shot = path.join(folder, 'shot.png');
    await page.screenshot({ path: shot });
    // A palette of 256 colours, dithered: a quarter of the bytes, and nobody sees it.
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', shot, '-vf', 'split[a][b];[a]palettegen=max_colors=256[p];[b][p]paletteuse=dither=sierra2_4a',
      '-pred', 'mixed', '-compression_level', '9', '-update', '1', '-frames:v', '1', picture]);
    console.log(`${picture}: ${fs.statSync(picture).size} bytes`);
  } finally {
    await browser.close();
  }
}

main();
