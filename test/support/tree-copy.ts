import {
  cpSync,
  existsSync,
  globSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './server.ts';

/** A copy of the checkout, as it was built. */
export interface TreeCopy {
  readonly path: string;
  remove(): void;
}

const left = new Set(['node_modules', '.git', '.nx', '.cache', 'data']);
/** They say of which state build and types are. */
const kept = ['.cache/build', '.cache/check.tsbuildinfo'];

/** On the same disk, so that files can be linked. */
const copies = join(root, '.cache/trees');

/**
 * Copies the checkout to another place, without servers built before. Its packages stand there as they do here, file by file
 * and linked: a link to a folder would lead back, and whoever looks a file's true place up would find another program.
 */
export const treeCopy = (): TreeCopy => {
  mkdirSync(copies, { recursive: true });
  const path = mkdtempSync(join(copies, 'tree-'));
  const wanted = readdirSync(root).filter((name) => !left.has(name));
  for (const each of [...wanted, ...kept.filter((file) => existsSync(join(root, file)))])
    cpSync(join(root, each), join(path, each), {
      recursive: true,
      preserveTimestamps: true,
      filter: (from) => basename(from) !== 'node_modules',
    });
  for (const folder of globSync('{.,libs/*,services/*}/node_modules', { cwd: root })) linkAll(folder, path);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

const linkAll = (folder: string, copy: string): void => {
  mkdirSync(join(copy, folder));
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const name = join(folder, entry.name);
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(join(root, name)), join(copy, name));
    else if (entry.isDirectory()) linkAll(name, copy);
    else linkSync(join(root, name), join(copy, name));
  }
};
