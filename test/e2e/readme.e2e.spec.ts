import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { describeWithPrograms } from '../components/programs.ts';
import { root } from '../support/server.ts';
import { servedDemo } from '../support/served.ts';

const panshi = servedDemo();
const describeForReader = describeWithPrograms('bash', 'curl', 'sed');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block!);

/** Started by these tests already, or the tests themselves. */
const isOurs = (line: string): boolean => /^npm (start|test|run (check|bench))\b/.test(line);

const commands = blocks
  .map((block) =>
    block
      .split('\n')
      .filter((line) => !isOurs(line))
      .join('\n')
      .trim(),
  )
  .filter((block) => block !== '');

/** Runs commands as a reader does, but against the server of this test. */
const run = async (script: string): Promise<string> => {
  const here = script.replaceAll(/(?:http:\/\/)?(?:localhost|127\.0\.0\.1):3000/g, panshi.url());
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', here], {
    cwd: root,
    maxBuffer: 1 << 28,
    env: { ...process.env, NODE_OPTIONS: '', PANSHI_DATA: panshi.data() },
  });
  return stdout;
};

describe('the README', () => {
  it('begins with two commands: start and test', () => {
    expect(
      blocks[0]!
        .split('\n')
        .map((line) => line.split('#')[0]!.trim())
        .filter(Boolean),
    ).toEqual(['npm start', 'npm test']);
  });

  it('names only folders and files that exist', async () => {
    const named = [...readme.matchAll(/^\| `([\w/-]+)`|\]\(([\w./-]+)\)/gm)].map(([, folder, link]) => folder ?? link!);
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(() => readFileSync(join(root, name))).not.toThrow(/ENOENT/);
  });
});

describeForReader('a reader', () => {
  it('finds commands in the README that succeed, and answers that are no problems', async () => {
    expect(commands.length).toBeGreaterThan(0);
    for (const script of commands) {
      const shown = await run(script);
      expect(shown).not.toMatch(/"code":|problem\+json/);
      expect(shown).toContain('"items":');
      expect(shown).toContain('"type":"WartimeActivated"');
    }
  });

  it('is told by a start of three requests that succeed', async () => {
    const tries = panshi
      .output()
      .split('\n')
      .filter((line) => /^\s+(TOKEN=|curl )/.test(line));
    expect(tries).toHaveLength(3);
    const shown = await run(tries.join('\n'));
    expect(shown.match(/"items":/g)).toHaveLength(2);
    expect(shown).not.toContain('"code":');
  });
});
