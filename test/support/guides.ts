import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './server.ts';

/** A step of a guide: a new file, or lines that are put into one. */
interface Step {
  readonly path: string;
  readonly how?: 'after' | 'instead of' | 'at the end';
  /** The line they are put after, or instead of. */
  readonly line?: string;
  readonly text: string;
}

/** What a guide of `docs/guides` has its reader do. */
export interface Guide {
  readonly name: string;
  readonly steps: readonly Step[];
  /** Commands to run then. */
  readonly commands: readonly string[];
}

const block = /^```\w+ (?<path>\S+)(?: (?<how>after|instead of|at the end)(?: "(?<line>.*)")?)?\n(?<text>[^]*?)^```$/gm;
const shell = /^```sh\n([^]*?)^```$/gm;

export const readGuide = (name: string): Guide => {
  const guide = readFileSync(join(root, 'docs/guides', `${name}.md`), 'utf8');
  const steps = [...guide.matchAll(block)].map(({ groups }) => groups as unknown as Step);
  const commands = [...guide.matchAll(shell)].flatMap(([, lines]) => lines!.trim().split('\n'));
  return { name, steps, commands };
};

/** The text of a file after a step. @throws {Error} where the line is not there exactly once */
const put = (before: string, { path, how, line = '', text }: Step): string => {
  if (how === 'at the end') return `${before}\n${text}`;
  const lines = before.split('\n');
  const places = lines.flatMap((each, i) => (each.trim() === line.trim() ? [i] : []));
  if (places.length !== 1) throw new Error(`${path} has ${places.length} lines ${line}`);
  const replaced = how === 'after' ? 0 : 1;
  lines.splice(places[0]! + 1 - replaced, replaced, ...text.trimEnd().split('\n'));
  return lines.join('\n');
};

/** Does what the steps of a guide say to a copy of the tree. @throws {Error} where a step does not fit it */
export const applyGuide = ({ steps }: Guide, tree: string): void => {
  for (const step of steps) {
    const path = join(tree, step.path);
    mkdirSync(dirname(path), { recursive: true });
    if (step.how) writeFileSync(path, put(readFileSync(path, 'utf8'), step));
    else writeFileSync(path, step.text, { flag: 'wx' });
  }
};
