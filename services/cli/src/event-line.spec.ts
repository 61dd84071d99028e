import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@panshi/event-store';
import { eventLine } from './event-line.ts';

const sealed = { suite: 's', subject: 'p', keyVersion: 1, nonce: 'n', ciphertext: 'secret' };

const line = (data: object, over: Partial<RecordedEvent> = {}): string =>
  eventLine({
    position: '0000000000000042',
    occurredAt: '2026-03-01T08:00:00.100Z',
    recordedAt: '2026-03-01T08:00:00.123Z',
    ...over,
    type: 'IncidentReported',
    stream: 'incident-7',
    version: 0,
    actor: { account: 'demo-street', person: 'p', post: '岗' },
    data,
  } as unknown as RecordedEvent);

describe('an event on a line', () => {
  it('says where it stands, when it happened, what it is, of what and by whom', () => {
    expect(line({})).toMatch(/^ +42 {2}2026-03-01T16:00:00\+08:00 {2}IncidentReported +incident-7@0 {2}demo-street/);
  });

  it('says too when it was recorded, where that was later', () => {
    const late = { occurredAt: '2026-02-28T16:30:00.000Z' };
    expect(line({}, late)).toMatch(
      / {2}2026-03-01T00:30:00\+08:00 \(recorded 2026-03-01T16:00:00\+08:00\) {2}Incident/,
    );
  });

  it('names sealed fields after a lock, and shows nothing of them', () => {
    expect(line({ incidentId: '7', gridCode: '1', text: sealed })).toMatch(/demo-street {2}🔒 text {2}gridCode=1$/u);
    expect(line({ members: [{ phone: sealed }] })).toMatch(/members=\[\{"phone":"🔒"\}\]$/u);
    expect(line({ text: sealed, members: [sealed] })).not.toContain('secret');
  });

  it('is cut where it would be too long', () => {
    expect(line({ scope: 'x'.repeat(500) }).length).toBeLessThan(270);
  });
});
