import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@panshi/event-store';
import { faultsOf } from './check-log.ts';
import type { Deed } from './client.ts';

const at = (minute: number): string => `2026-03-02T01:0${minute}:00.000Z`;
const event = (position: number, stream: string, version: number, type: string, commandId: string): RecordedEvent =>
  ({
    id: `e${position}`,
    position: `000${position}`,
    recordedAt: at(position),
    stream,
    version,
    type,
    commandId,
  }) as unknown as RecordedEvent;

const log = [
  event(1, 'incident-1', 0, 'IncidentReported', 'c1'),
  event(2, 'case-1', 0, 'CaseOpened', 'r1'),
  event(3, 'case-1', 1, 'CaseFiled', 'c2'),
];

const deed = (key: string, { type, stream, version, position, commandId }: RecordedEvent): Deed => ({
  key,
  office: 'street',
  path: '',
  body: {},
  type,
  receipt: { stream, version, position, commandId, events: 1 },
});

const deeds = [deed('report', log[0]!), deed('filing', log[2]!)];
const faults = (events: readonly RecordedEvent[], told = deeds): string => faultsOf(events, told, 0).join('; ');

describe('the checker of a log after kills', () => {
  it('finds nothing wrong with what is right', () => {
    expect(faults(log)).toBe('');
  });

  it('finds what was acknowledged and is lost', () => {
    expect(faults(log.slice(0, 2))).toMatch(/filing was acknowledged as .*, the log has \[\]/);
  });

  it('finds what stands elsewhere than was acknowledged', () => {
    expect(faults([log[0]!, log[1]!, { ...log[2]!, position: '0009' }])).toMatch(/filing was acknowledged/);
  });

  it('finds what is there twice, by one command or by another', () => {
    expect(faults([...log, event(4, 'case-1', 2, 'CaseFiled', 'c2')])).toMatch(/filing was acknowledged/);
    expect(faults([...log, event(4, 'case-1', 2, 'CaseFiled', 'c3')])).toMatch(/1 CaseFiled were caused, .* has 2/);
    expect(faults([...log, event(4, 'case-2', 0, 'CaseOpened', 'r1')])).toMatch(/1 incidents have 2 cases/);
    expect(faults([...log, { ...event(4, 'x-1', 0, 'X', 'c4'), id: 'e1' }])).toMatch(/event e1 is there twice/);
  });

  it('finds gaps and disorder', () => {
    expect(faults([...log, event(4, 'case-1', 3, 'X', 'c4')])).toMatch(/case-1 goes from 1 to 3/);
    expect(faults([...log, event(3, 'x-1', 0, 'X', 'c4')])).toMatch(/position 0003 after 0003/);
    expect(faults([...log, { ...event(4, 'x-1', 0, 'X', 'c4'), recordedAt: at(2) }])).toMatch(/0004 was recorded at/);
  });

  it('finds what was never acknowledged', () => {
    expect(faults(log, [...deeds, { ...deeds[0]!, key: 'open', receipt: undefined }])).toMatch(/open was never/);
  });
});
