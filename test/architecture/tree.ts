import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { SourceFile } from './rules.ts';
import { root } from './workspace.ts';

const skipped = new Set(['node_modules', 'dist', 'generated', 'fixtures', '.git', '.cache', '.nx', 'data', 'coverage']);

const walk = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path, ending) : ending.test(entry.name) ? [path] : [];
  });

/** Files below a folder of the checkout, by ending. */
export const filesBelow = (folder: string, ending = /\.ts$/): readonly SourceFile[] =>
  walk(join(root, folder), ending).map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));

/** A fixture: its first line, `// path: …`, says where it pretends to lie. */
export const fixture = (name: string): SourceFile => {
  const text = readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
  return { path: /^\/\/ path: (.*)$/m.exec(text)?.[1] ?? name, text };
};
