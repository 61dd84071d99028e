import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Principal, roles } from '@panshi/contracts';
import { type EventStore, openMemoryEventStore, type RecordedEvent } from '@panshi/event-store';
import { memoryKeyStore } from '@panshi/privacy';
import { csvRows } from './csv-rows.ts';
import { importInto, type Target } from './import-regions.ts';
import { outcomeLine, summaryOf } from './outcome-line.ts';

const acting = (territory: string): Principal => ({
  actor: { account: 'officer-1', person: 'somebody', post: '组织部干部' },
  grants: [{ role: 'organization-officer', territory, permissions: roles['organization-officer']!.permissions }],
});
const source = { codeSystem: '统计用区划代码', edition: '2023' };
const rows = (...lines: readonly string[]) => csvRows(['regionCode,name,ring', ...lines].join('\n'), source);
const box = '118.76 32.05;119.24 32.05;119.24 32.26;118.76 32.26';
const first = rows('320113001,尧化街道,', `320113,栖霞区,${box}`);

describe('an import of regions', () => {
  let target: Target;
  let store: EventStore;
  beforeEach(() => {
    store = openMemoryEventStore();
    const credentials = { set: async () => {}, verify: async () => true, remove: async () => {} };
    target = { store, keys: { keys: memoryKeyStore(), credentials }, provenance: 'real' };
  });

  const log = async (): Promise<readonly RecordedEvent[]> => {
    const events: RecordedEvent[] = [];
    for await (const event of store.readAll()) events.push(event);
    return events;
  };
  const run = async (given: ReturnType<typeof rows>, dryRun = false, territory = '320113') => {
    const outcomes = await importInto(target, acting(territory), given, dryRun);
    return [...outcomes.map(outcomeLine).filter((line) => line !== undefined), summaryOf(outcomes)];
  };

  const told = [
    '320113        registered  栖霞区, 统计用区划代码 2023, an outline of 4 corners',
    '320113001     registered  尧化街道, 统计用区划代码 2023, no outline',
    '2 changed, 0 left as they are, 0 refused',
  ];

  it('registers what is new, districts first, by who enters it and as one act', async () => {
    expect(await run(first)).toEqual(told);
    const events = await log();
    expect(events.map(({ type, stream, actor }) => [type, stream, actor.account])).toEqual([
      ['RegionRegistered', 'region-320113', 'officer-1'],
      ['RegionRegistered', 'region-320113001', 'officer-1'],
    ]);
    expect(new Set(events.map(({ correlationId }) => correlationId)).size).toBe(1);
  });

  it('says the same in a dry run, and writes nothing', async () => {
    expect(await run(first, true)).toEqual(told);
    expect(await log()).toEqual([]);
  });

  it('renames and redraws what differs, and leaves the rest alone', async () => {
    await run(first);
    const again = rows(`320113,栖霞新区,${box}`, `320113001,尧化街道,${box}`);
    expect(await run(again)).toEqual([
      '320113        renamed     栖霞区 → 栖霞新区, 统计用区划代码 2023',
      '320113001     redrawn     an outline of 4 corners',
      '2 changed, 0 left as they are, 0 refused',
    ]);
    expect(await run(again)).toEqual(['0 changed, 2 left as they are, 0 refused']);
    expect(await run(first)).toContain('1 changed, 1 left as they are, 0 refused');
    expect(await log()).toHaveLength(5);
  });

  it.each([
    ['320113002000,马群街道,', 'is no code of level community'],
    ['320113003001,别处社区,', 'The region around it, 320113003, is not registered'],
    ['320113002, \u200b,', 'name: '],
    [`320113002,马群街道,${'32.1 118.9;32.2 118.9;32.2 119'}`, 'ring.0.lat: '],
    ['32011300,八位,', 'regionCode: '],
    ['320113001,尧化街道二,', 'line 2 has the same code'],
  ])('writes nothing at all where a row is refused: %s', async (line, why) => {
    const lines = await run([...first, ...rows('', line).map((row) => ({ ...row, where: 'line 9' }))]);
    expect(lines.filter((each) => each.includes('refused     line 9: ')).join()).toContain(why);
    expect(lines.at(-1)).toBe('2 changed, 0 left as they are, 1 refused');
    expect(await log()).toEqual([]);
  });

  it.each([
    ['320113001000,甲乙丙社区,community', '320113001 is no code of level community'],
    ['320113001001,甲乙丙街道,street', '320113001001 is no code of level street'],
  ])('renames nothing by a row whose level its code contradicts: %s', async (line, why) => {
    await run([...first, ...rows('320113001001,尧化社区,')]);
    const [told] = await run(csvRows(`regionCode,name,level\n${line}\n`, source));
    expect(told).toContain(`refused     line 2: ${why}`);
    expect(await log()).toHaveLength(3);
  });

  it('lets nobody enter what is none of theirs', async () => {
    expect((await run(first, false, '320113001')).at(-1)).toBe('0 changed, 0 left as they are, 2 refused');
    expect(await log()).toEqual([]);
  });
});
