/** Compiles src/ of every package to dist/, without a look at types: `npm test` checks them. */
import { transformFile } from '@swc/core';
import { copyFileSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { swcOptions } from './swc.ts';

const options = { ...swcOptions, sourceMaps: true, jsc: { ...swcOptions.jsc, rewriteRelativeImportExtensions: true } };

const sources = globSync('{libs,services}/*/src/**/*.{ts,json}').filter(
  (path) => !/\.spec\.ts$|[\\/]fixtures[\\/]/.test(path),
);
const placeOf = (source) => source.replace(`${sep}src${sep}`, `${sep}dist${sep}`).replace(/\.ts$/, '.js');

const compile = async (source) => {
  const place = placeOf(source);
  mkdirSync(dirname(place), { recursive: true });
  if (source.endsWith('.json')) return copyFileSync(source, place);
  const { code, map } = await transformFile(source, options);
  writeFileSync(`${place}.map`, map);
  writeFileSync(place, `${code}\n//# sourceMappingURL=${basename(place)}.map\n`);
};

await Promise.all(sources.map(compile));
const places = new Set(sources.map(placeOf));
for (const path of globSync('{libs,services}/*/dist/**/*.{js,json}'))
  if (!places.has(path)) for (const each of [path, `${path}.map`]) rmSync(each, { force: true });
