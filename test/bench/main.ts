/** `npm run bench`: ours beside its baseline in one run. `-- NAME…` runs some; `--json FILE` writes the figures. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});

/** Where each bench lives: loaded only when asked for, and each run in this one process. */
const suites: Readonly<Record<string, () => Promise<readonly Bench[]>>> = {
  append: async () => (await import('./append.bench.ts')).append,
  grown: async () => (await import('./grown.bench.ts')).grown,
  growth: async () => (await import('./growth.bench.ts')).growth,
  replay: async () => (await import('./replay.bench.ts')).replay,
  rebuild: async () => (await import('./rebuild.bench.ts')).rebuild,
  asof: async () => (await import('./asof.bench.ts')).asof,
  'projection.mongo': async () => (await import('./projection-mongo.bench.ts')).projectionMongo,
  http: async () => (await import('./http.bench.ts')).http,
  crud: async () => (await import('./crud.bench.ts')).crud,
  border: async () => (await import('./border.bench.ts')).border,
  kurrent: async () => (await import('./kurrent.bench.ts')).kurrent,
  nats: async () => (await import('./nats.bench.ts')).nats,
  scale: async () => (await import('./scale.bench.ts')).scale,
  sse: async () => (await import('./sse.bench.ts')).sse,
  footprint: async () => (await import('./footprint.bench.ts')).footprint,
};

if (values.help) {
  console.log(
    `npm run bench [-- NAME…] [-- --json FILE]\n\nNAME begins the name of a bench, or is a suite: ${Object.keys(suites).join(', ')}`,
  );
  process.exit(0);
}

const results = [];
const wanted = (suite: string, name: string): boolean =>
  !positionals.length || positionals.some((part) => part === suite || name.startsWith(part));
for (const [suite, load] of Object.entries(suites))
  for (const bench of await load()) {
    if (!wanted(suite, bench.name)) continue;
    if (bench.missing !== undefined) {
      results.push({ name: bench.name, skipped: bench.missing });
      console.log(`${bench.name.padEnd(20)} skipped: ${bench.missing}`);
      continue;
    }
    process.stderr.write(`${bench.name} …`);
    const result = { name: bench.name, ...(await bench.run()) };
    results.push(result);
    process.stderr.write('\r\x1b[K');
    const { name, unit, value, baseline, ratio, note } = result;
    console.log(`${name.padEnd(20)} ${value} ${unit}, baseline ${baseline}, ratio ${ratio.toFixed(2)}  ${note}`);
  }

if (!results.length) {
  console.error(`no bench is called ${positionals.join(' ')}`);
  process.exit(2);
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
process.exit(0);
