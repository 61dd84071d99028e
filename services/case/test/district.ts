import { type EventData, FileCase, PublishCalendar, PublishCatalogue } from '@panshi/contracts';
import { chinaCalendar } from '@panshi/kernel';
import { sealedText } from '@panshi/testing';
import { defaultCatalogue } from '../src/catalogue/default-catalogue.ts';
import { at, command, districtCode, gridCode, officer, reporter } from './names.ts';
import { emptyWorld, type World } from './world.ts';

/** A district that has published its catalogue and calendar long ago. */
export const district = async (): Promise<World> => {
  const world = emptyWorld();
  world.now = at('2026-01-05T09:00');
  await world.execute(command(PublishCatalogue, { districtCode, ...defaultCatalogue }));
  await world.execute(command(PublishCalendar, { districtCode, ...(chinaCalendar as Calendar) }));
  world.now = at('2026-03-02T09:00');
  return world;
};

type Calendar = Omit<PublishCalendar, 'districtCode'>;

/** What the grid service records of a report. */
export const reported = (
  incidentId: string,
  over: Partial<EventData['IncidentReported']> = {},
): EventData['IncidentReported'] => ({
  incidentId,
  gridCode,
  categoryCode: '20101',
  text: sealedText(),
  location: { lon: 118.9, lat: 32.1 },
  pictures: [],
  reporterId: 'pseudonym-1',
  urgent: false,
  channel: 'patrol',
  recordedBy: reporter.person,
  ...over,
});

/** An incident reported, its case opened by the reactor. */
export const report = async (
  world: World,
  incidentId: string,
  over?: Partial<EventData['IncidentReported']>,
): Promise<void> => {
  world.record(`incident-${incidentId}`, { type: 'IncidentReported', data: reported(incidentId, over) });
  await world.settle();
};

/** An incident whose case was filed. */
export const filed = async (
  world: World,
  caseId: string,
  over?: Partial<EventData['IncidentReported']>,
): Promise<void> => {
  await report(world, caseId, over);
  await world.execute(command(FileCase, { caseId }), officer);
  await world.settle();
};
