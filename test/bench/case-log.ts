import type { ImportedEvent } from '@panshi/event-store';
import { v7 } from 'uuid';

const sealed = (subject: string) => ({
  suite: 'A256GCM',
  subject,
  keyVersion: 1,
  nonce: 'q83vEjRWeJASNFZ4',
  ciphertext: 'A'.repeat(160),
});

const instant = (at: number): string => new Date(at).toISOString();

/** The events of one case from report to evaluation: as many as most cases have, with the data the services write. */
const storyOf = (n: number, caseId: string, openedAt: number): readonly { type: string; data: object }[] => {
  const gridCode = `320113${String((n % 9) + 1).padStart(3, '0')}001${String(n % 118).padStart(3, '0')}`;
  const about = { caseId, gridCode };
  const unit = `UNIT${n % 40}`;
  const at = (hours: number): string => instant(openedAt + hours * 3_600_000);
  const deadline = { dueAt: at(72), warnAt: at(54), rule: 'catalogue' };
  const counted = { unit, dueAt: deadline.dueAt };
  const opened = {
    ...about,
    incidentId: caseId,
    categoryCode: `0${(n % 5) + 1}${100 + (n % 40)}`,
    location: { lon: 118.9 + (n % 997) / 10_000, lat: 32.1 + (n % 499) / 10_000 },
    urgent: n % 20 === 0,
    channel: 'grid',
    recordedBy: `019a0000-0000-7000-8000-${String(n % 3000).padStart(12, '0')}`,
    openedAt: at(0),
  };
  const filed = {
    ...about,
    categoryCode: opened.categoryCode,
    categoryName: '道路积水',
    catalogueEdition: 'default-1',
    calendarVersion: '2026.1',
    limit: { kind: 'working-hours', amount: 24 },
    urgent: opened.urgent,
    responsibleUnit: unit,
    responsibleUnitName: '区水务局',
    filedAt: at(1),
    deadline,
  };
  return [
    { type: 'CaseOpened', data: opened },
    { type: 'CaseFiled', data: filed },
    { type: 'CaseDispatched', data: { ...about, unit, unitName: '区水务局', dispatchedAt: at(2) } },
    { type: 'CaseAccepted', data: { ...about, unit, acceptedAt: at(3), inTime: true } },
    ...(n % 3 === 0 ? [{ type: 'DeadlineWarned', data: { ...about, dueAt: at(72), warnedAt: at(54) } }] : []),
    { type: 'HandlingReported', data: { ...about, unit, reportedAt: at(60), result: sealed(caseId) } },
    { type: 'CaseClosed', data: { ...about, unit, closedAt: at(66), onTime: true, counted } },
    ...(n % 2 === 0 ? [{ type: 'CaseEvaluated', data: { ...about, unit, satisfaction: 5, evaluatedAt: at(70) } }] : []),
  ];
};

const openAtATime = 3000;
const beginning = Date.UTC(2024, 0, 1, 8);

/** `count` events of many cases at a time, each advancing by one event in turn, as a district's days look. */
export function* caseLog(count: number): Generator<ImportedEvent> {
  const open: { caseId: string; left: ReturnType<typeof storyOf>; version: number }[] = [];
  let cases = 0;
  for (let n = 0; n < count; n++) {
    const at = beginning + n * 60_000;
    const place = n % openAtATime;
    if (!open[place] || open[place].left.length === 0) {
      const caseId = v7({ msecs: at });
      open[place] = { caseId, left: storyOf(cases++, caseId, at), version: 0 };
    }
    const current = open[place];
    const [{ type, data }, ...left] = current.left as [{ type: string; data: { gridCode: string } }];
    current.left = left;
    const id = v7({ msecs: at });
    yield {
      id,
      type,
      schema: `panshi.case.v1.${type}`,
      data,
      occurredAt: instant(at),
      recordedAt: instant(at),
      actor: { account: 'demo-0042', person: '019a0000-0000-7000-8000-000000000042', post: 'case-officer' },
      stream: `case-${current.caseId}`,
      commandId: id,
      correlationId: current.caseId,
      causationId: id,
      provenance: 'demo',
      regions: [data.gridCode],
      fingerprint: 'b7fX2mQ0cT1yq9Jd',
    };
  }
}
