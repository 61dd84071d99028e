/**
 * Lets threads that tests start from source load TypeScript that Node cannot strip: contracts' classes have decorators. The
 * same compiler as for the tests themselves, which jest loads by its own means. What it gives is kept in `.cache`, so that
 * threads start as fast as from built files.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread, threadId } from 'node:worker_threads';

const options = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

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

const load = (url, context, next) =>
  url.endsWith('.ts')
    ? { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true }
    : next(url, context);

if (!isMainThread) registerHooks({ load });
