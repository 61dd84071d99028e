#!/usr/bin/env node
import module from 'node:module';
import { fileURLToPath } from 'node:url';

// Half of a short command goes into compiling the same code again.
module.enableCompileCache?.(fileURLToPath(new URL('../../../.cache/compiled', import.meta.url)));
import('../dist/main.js').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('Panshi is not built yet: run `npm run build` (or `npm start`) in its folder first.');
  process.exit(1);
});
