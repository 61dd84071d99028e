/** `npm start`: builds what changed and serves the embedded topology in this one process. */
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const help = `
Panshi (磐石): grassroots governance of a district, event by event.

  npm start                     serve on http://127.0.0.1:3000, with the demo district seeded at the first start
  npm start -- --data DIR       keep the log, views and keys in DIR (default: ./data)
  npm start -- --fresh          delete what is in the data folder first
  npm start -- --no-seed        start with an empty log; the passwords of its first three administrators are told once
  npm start -- --scale N        seed N times the history (default 1)
  npm start -- --help

Environment: PORT (3000), HOST (127.0.0.1), LOG_LEVEL (warn), PANSHI_DATA (./data), PANSHI_EVENTS (sqlite:PATH or
kurrentdb://…), PANSHI_VIEWS and PANSHI_KEYS (sqlite:PATH or mongodb://…), PANSHI_MASTER_KEY (32 bytes in base64), PANSHI_REQUESTS_PER_MINUTE (1200).
`;

const fail = (message) => {
  console.error(message);
  process.exit(2);
};

const read = () => {
  try {
    return parseArgs({
      allowNegative: false,
      options: {
        data: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        'no-seed': { type: 'boolean', default: false },
        scale: { type: 'string', default: '1' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    return fail(`${error.message}\n${help}`);
  }
};

const options = read();
if (options.help) {
  console.log(help);
  process.exit(0);
}
const scale = Number(options.scale);
if (!Number.isInteger(scale) || scale < 1 || scale > 1000) fail('--scale takes a whole number from 1 to 1000');
if (Number(process.versions.node.split('.')[0]) < 24)
  fail(
    `Panshi runs on Node 24 or newer; this is ${process.version}. On Linux x64 npm brings it along; elsewhere install it.`,
  );

// A fifth of a start goes into compiling the same code again, here and in the process that seeds.
process.env.NODE_COMPILE_CACHE ||= fileURLToPath(new URL('../.cache/compiled', import.meta.url));
module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
await import('./build.mjs');
const { start } = await import('@panshi/embedded');
await start({ data: options.data, fresh: options.fresh, seed: !options['no-seed'], scale });
