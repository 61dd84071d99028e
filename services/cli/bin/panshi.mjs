#!/usr/bin/env node
import('../dist/main.js').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('Panshi is not built yet: run `npm run build` (or `npm start`) in its folder first.');
  process.exit(1);
});
