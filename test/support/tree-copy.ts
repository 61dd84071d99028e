import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './server.ts';

/** A copy of the checkout, as it was built. */
export interface TreeCopy {
  readonly path: string;
  remove(): void;
}

/** All but packages, history and data; of the cache, what says of which state the build is. */
const isLeft = /(^|\/)node_modules$|^\.git$|^\.nx$|^data$|^\.cache\/(?!(build|check\.tsbuildinfo)$)/;

/** Copies the checkout to another place, without servers built before; its packages are linked. */
export const treeCopy = (): TreeCopy => {
  const path = mkdtempSync(join(tmpdir(), 'panshi-tree-'));
  cpSync(root, path, {
    recursive: true,
    preserveTimestamps: true,
    filter: (each) => !isLeft.test(relative(root, each)),
  });
  for (const folder of globSync('{.,libs/*,services/*}/node_modules', { cwd: root })) linkAll(folder, path);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** Links each package; those of the workspace, which are links already, to their place in the copy. */
const linkAll = (folder: string, copy: string): void => {
  mkdirSync(join(copy, folder));
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const name = join(folder, entry.name);
    if (entry.name === '@panshi') linkAll(name, copy);
    else symlinkSync(entry.isSymbolicLink() ? readlinkSync(join(root, name)) : join(root, name), join(copy, name));
  }
};
