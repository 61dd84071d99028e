/**
 * Builds the TypeScript of the events from proto/ (types by ts-proto, the registry and the catalogue by us), and the list
 * of what the services' folders of contracts hold.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { catalogue } from './proto/catalogue.mjs';
import { withChoices } from './proto/choices.mjs';
import { contracts, permissions, rejections } from './proto/contracts.mjs';
import { readEvents } from './proto/descriptors.mjs';
import { registry } from './proto/registry.mjs';

const out = 'libs/contracts/src/generated';
const check = process.argv.includes('--check');

const buf = (...args) =>
  execFileSync('node_modules/.bin/buf', args, {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

const image = JSON.parse(buf('build', '-o', '-#format=json'));
const events = readEvents(image);
const sources = image.file
  .map((file) => file.name.replace(/\.proto$/, ''))
  .filter((name) => name.startsWith('panshi/'));
const page = await format(catalogue(events), { parser: 'markdown', printWidth: 120 });
if (check) {
  if (readFileSync('docs/events.md', 'utf8') !== page) {
    console.error('docs/events.md is not what proto/ says: run `npm run build` and commit it');
    process.exit(1);
  }
} else {
  const temporary = mkdtempSync(join(tmpdir(), 'panshi-proto-'));
  buf('generate', '-o', temporary);
  for (const file of image.file.filter(({ name }) => name.startsWith('panshi/'))) {
    const path = join(temporary, out, file.name.replace(/proto$/, 'ts'));
    writeFileSync(path, withChoices(file, readFileSync(path, 'utf8'), dirname(out)));
  }
  mkdirSync(join(temporary, out, 'authority'));
  writeFileSync(join(temporary, out, 'events.ts'), registry(events, sources));
  writeFileSync(join(temporary, out, 'contracts.ts'), contracts(dirname(out)));
  writeFileSync(join(temporary, out, 'rejections.ts'), rejections(dirname(out)));
  writeFileSync(join(temporary, out, 'authority/permissions.ts'), permissions(dirname(out)));
  replaceChanged(join(temporary, out), out);
  writeFileSync('docs/events.md', page);
  rmSync(temporary, { recursive: true });
}

/** Leaves unchanged files alone, so that an incremental build stays a no-op. */
function replaceChanged(from, to) {
  const names = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1));
  const stale = existsSync(to) ? readdirSync(to, { recursive: true }).filter((name) => name.endsWith('.ts')) : [];
  for (const name of stale) if (!names.includes(name)) rmSync(join(to, name));
  for (const name of names) {
    const text = readFileSync(join(from, name), 'utf8');
    if (existsSync(join(to, name)) && readFileSync(join(to, name), 'utf8') === text) continue;
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(join(to, name), text);
  }
}
