// The second half of scripts/contact-sheet: uploads, waits, and writes the pages.
import fs from 'node:fs';
import path from 'node:path';

const [base, folder, output] = process.argv.slice(2);
const perSheet = 48;
let cookie = '';

async function call(address, options = {}) {
  const answer = await fetch(new URL(address, base), { ...options, headers: { Cookie: cookie, ...options.headers } });
  const set = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  if (set.length > 0) cookie = set.join('; ');
  return answer;
}

const tus = { 'Tus-Resumable': '1.0.0', 'Content-Type': 'application/offset+octet-stream' };

async function understand(file) {
  const bytes = fs.readFileSync(path.join(folder, file));
  const filename = Buffer.from(path.basename(file)).toString('base64');
  const sent = await call('/api/uploads', { method: 'POST', headers: { ...tus, 'Content-Type': 'text/plain', 'Upload-Length': `${bytes.length}`, 'Upload-Metadata': `filename ${filename}` } });
  if (sent.status !== 201) return refusal(file, await sent.json());
  const done = await call(sent.headers.get('Location'), { method: 'PATCH', body: bytes, headers: { ...tus, 'Upload-Offset': '0' } });
  if (done.status !== 204) return refusal(file, await done.json());
  const address = done.headers.get('Magpie-Asset');
  for (;;) {
    const answer = await call(address);
    const asset = await answer.json();
    if (answer.status !== 200) return refusal(file, asset);
    if (asset.status === 'failed') return refusal(file, { title: `FAILED: ${asset.failure.reason}` });
    if (asset.status !== 'processing') return kept(file, asset);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const refusal = (file, problem) => ({ file, text: problem.title, pictures: [] });

async function kept(file, asset) {
  const pictures = [];
  for (const rendition of asset.renditions) {
    const name = `${asset.id}-${rendition.kind}${rendition.mediaType === 'video/mp4' ? '.mp4' : '.webp'}`;
    fs.writeFileSync(path.join(output, 'renditions', name), Buffer.from(await (await call(rendition.url)).arrayBuffer()));
    if (rendition.kind !== 'hover' && rendition.kind !== 'playback') pictures.push(`renditions/${name}`);
  }
  const facts = [`${asset.width}×${asset.height}`, asset.durationSeconds && `${asset.durationSeconds.toFixed(2)} s`, asset.videoCodec, asset.audioCodec, asset.animated && 'animated', asset.renditions.map((r) => r.kind).join(' ')];
  return { file, text: facts.filter(Boolean).join(' · '), pictures };
}

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page(results, number) {
  const cells = results.map(({ file, text, pictures }) => `<figure><div>${pictures.map((picture) => `<img src="${picture}" alt="">`).join('')}</div><figcaption><b>${escape(file)}</b><br>${escape(text)}</figcaption></figure>`);
  fs.writeFileSync(path.join(output, `sheet-${String(number).padStart(2, '0')}.html`), `<!doctype html><meta charset="utf-8"><title>Contact sheet ${number}</title><style>
body { margin: 8px; font: 10px/1.25 sans-serif; display: grid; grid-template-columns: repeat(8, 1fr); gap: 8px; background: #777 }
figure { margin: 0; background: #fff; overflow: hidden; height: 265px } figcaption { padding: 3px; overflow-wrap: anywhere }
div { display: flex; height: 190px; background: repeating-conic-gradient(#ccc 0 25%, #eee 0 50%) 0 0 / 12px 12px } img { flex: 1; min-width: 0; object-fit: contain }
</style>${cells.join('\n')}`);
}

const answer = await call('/api/setup', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email: 'owner@example.org', password: 'correct horse battery', name: 'Owner' }) });
if (!answer.ok) throw new Error(await answer.text());
fs.mkdirSync(path.join(output, 'renditions'), { recursive: true });
const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(tsv|md|py|txt)$/.test(entry.name))
  .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
const results = new Array(files.length);
let next = 0;
await Promise.all(Array.from({ length: 4 }, async () => {
  while (next < files.length) {
    const at = next++;
    results[at] = await understand(files[at]);
  }
}));
for (let at = 0; at < results.length; at += perSheet) page(results.slice(at, at + perSheet), at / perSheet + 1);
