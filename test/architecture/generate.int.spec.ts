import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './workspace.ts';

const events = 'proto/panshi/grid/v1/incident_events.proto';

describe('the generator refuses, naming the file and without a stack,', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const run = (): { status: number | null; stderr: string } =>
    spawnSync(process.execPath, [join(root, 'scripts/generate.mjs')], { cwd: folder, encoding: 'utf8' });
  const change = (from: string, to: string): void => {
    const text = readFileSync(at(events), 'utf8');
    expect(text).toContain(from);
    writeFileSync(at(events), text.replace(from, to));
  };
  const refuses = (why: string): void => {
    const { status, stderr } = run();
    expect([status, stderr]).toEqual([1, expect.stringContaining(why)]);
    expect(stderr.split('\n').filter((line) => !line.startsWith('proto/panshi/'))).toEqual(['']);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'panshi-generate-'));
    for (const name of ['proto', 'buf.yaml', 'buf.gen.yaml', 'libs/contracts/src/choices'])
      cpSync(join(root, name), at(name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), at('node_modules'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('what is no proto', () => {
    change('message IncidentWithdrawn {', 'message IncidentWithdrawn');
    refuses(`${events}:`);
  });

  it('a file whose events nobody would find', () => {
    renameSync(at(events), at('proto/panshi/grid/v1/incident_event.proto'));
    refuses('proto/panshi/grid/v1/incident_event.proto holds neither events (x_events.proto)');
  });

  it('a choice without a table', () => {
    change('"IncidentWithdrawalReason"', '"LostReason"');
    refuses(`${events} has a field of LostReason: export type LostReason in libs/contracts/src/choices/*.ts`);
  });
});
