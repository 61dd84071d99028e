/** Makes packages known that were added to the tree: their links, as an install would make them, and the project references. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { packages } from './workspace.ts';

for (const { name, folder } of packages) {
  const link = join('node_modules', name);
  if (!existsSync(link)) symlinkSync(join('../..', folder), link, 'junction');
}

const references = readFileSync('tsconfig.json', 'utf8');
if (packages.some(({ folder }) => !references.includes(`"./${folder}"`))) {
  const { status } = spawnSync(process.execPath, ['node_modules/.bin/nx', 'sync'], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
