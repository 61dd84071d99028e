/**
 * Lets threads load TypeScript from source that Node cannot strip: contracts' classes have decorators. Threads that tests start
 * do, and those that pure tests run in; other tests jest loads by its own means. What the compiler gives is kept in `.cache`,
 * so that threads start as fast as from built files.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread, threadId } from 'node:worker_threads';
import { swcOptions } from '../../scripts/swc.ts';

const options = { ...swcOptions, sourceMaps: 'inline' };

const kept = fileURLToPath(new URL('../../.cache/source-in-threads/', import.meta.url));
const require = createRequire(import.meta.url);
const { version } = require('@swc/core/package.json');

const compiled = (filename) => {
  const source = readFileSync(filename, 'utf8');
  const key = createHash('sha256')
    .update(JSON.stringify([version, options, filename, source]))
    .digest('hex');
  try {
    return readFileSync(kept + key, 'utf8');
  } catch {
    const { code } = require('@swc/core').transformSync(source, { ...options, filename });
    mkdirSync(kept, { recursive: true });
    // Whole or not at all, for other threads look for it meanwhile.
    const own = `${kept}${key}.${process.pid}.${threadId}`;
    writeFileSync(own, code);
    renameSync(own, kept + key);
    return code;
  }
};

/** What tests import by this name is put there by what runs them. */
const globals = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it', 'jest'];
const given = globals.map((name) => `export const ${name} = globalThis.${name};`).join('\n');

const resolve = (name, context, next) =>
  name === '@jest/globals' ? { url: 'panshi:jest-globals', shortCircuit: true } : next(name, context);

const load = (url, context, next) => {
  if (url === 'panshi:jest-globals') return { format: 'module', source: given, shortCircuit: true };
  // What runs a file of tests appends a question, so that it is loaded anew.
  const [address] = url.split('?');
  return address.endsWith('.ts')
    ? { format: 'module', source: compiled(fileURLToPath(address)), shortCircuit: true }
    : next(url, context);
};

if (!isMainThread) registerHooks({ resolve, load });
