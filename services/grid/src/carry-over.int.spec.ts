import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AppointGridLeader,
  DelineateGrid,
  GetGrid,
  type GridView,
  GetIncident,
  ListCloudGroups,
  OpenCloudGroup,
  type Permission,
  type Principal,
  ReportIncident,
  SplitGrid,
} from '@panshi/contracts';
import { RunningService } from '@panshi/testing/running-service';
import { v7 } from 'uuid';
import { at, rectangle } from '../test/rings.ts';
import { GridModule } from './grid.module.ts';

const application = new RunningService(GridModule);
const [districtCode, communityCode] = ['320113', '320113001001'];
const code = (sequence: number): string => `${communityCode}00${sequence}`;
const permissions: readonly Permission[] = [
  'grid.delineate',
  'grid.appoint',
  'grid.read',
  'incident.report',
  'incident.read',
  'cloud-group.manage',
];
const officer: Principal = {
  actor: { account: 'account-officer', person: v7(), post: 'officer' },
  grants: [{ role: 'any', territory: districtCode, permissions }],
};
const personId = v7();
const regionCode = communityCode;
const post = { appointmentId: v7(), personId, orgId: v7(), post: 'secretary', regionCode };

/** What reactors carry over, on real stores. */
describe('a grid that is split while it has an incident, a group and a leader', () => {
  beforeAll(async () => {
    await application.start();
    const catalogue = { districtCode, edition: '1', effectiveFrom: '2026-01-01T00:00:00.000Z', classes: [] };
    const categories = [{ code: '20101' }];
    await application.published(`catalogue-${districtCode}`, 'CataloguePublished', { ...catalogue, categories });
    const registered = { personId, partyMember: true, regionCode };
    await application.published(`person-${personId}`, 'PersonRegistered', registered);
    await application.published('party-org-1', 'AppointmentMade', { ...post, from: '2026-01-01' });
    const ring = [...rectangle(0, 0, 8, 8)];
    const drawn = { communityCode, name: '网格', kind: 'comprehensive' as const, ring };
    await application.do(DelineateGrid, drawn, officer);
    await application.do(AppointGridLeader, { gridCode: code(1), personId }, officer);
  });
  afterAll(() => application.stop());

  it('has them carried over, and its leader released when their post ends', async () => {
    const where = { text: '路面积水', location: at(6, 4), channel: 'patrol' as const };
    const { id: incidentId } = await application.do(ReportIncident, { categoryCode: '20101', ...where }, officer);
    await application.do(OpenCloudGroup, { communityCode, gridCode: code(1), name: '示例群' }, officer);
    const parts = [rectangle(0, 0, 4, 8), rectangle(4, 0, 8, 8)].map((ring) => ({ name: '半网格', ring: [...ring] }));
    await application.do(SplitGrid, { gridCode: code(1), parts }, officer);

    const move = { caseId: incidentId!, fromGrid: code(1), gridCode: code(3), cause: 'split' };
    await application.published(`case-${incidentId!}`, 'CaseMovedToGrid', {
      ...move,
      movedAt: new Date().toISOString(),
    });
    const moved = (await application.recorded('IncidentMovedToGrid')).position;
    const incident = await application.ask(GetIncident, { incidentId: incidentId! }, officer, moved);
    expect(incident.body).toMatchObject({ gridCode: code(3), status: 'reported' });

    const followed = (await application.recorded('CloudGroupMoved')).position;
    const groups = await application.ask(ListCloudGroups, {} as ListCloudGroups, officer, followed);
    expect(groups.body).toMatchObject({ items: [{ gridCode: code(2) }] });

    const ended = { ...post, until: '2026-07-01', reason: 'removal' };
    await application.published('party-org-1', 'AppointmentEnded', ended);
    const released = (await application.recorded('GridAppointmentEnded')).position;
    const { body } = await application.ask(GetGrid, { gridCode: code(2) }, officer, released);
    expect(body).toMatchObject({ status: 'active' });
    expect((body as GridView).leaderId).toBeUndefined();
  });
});
