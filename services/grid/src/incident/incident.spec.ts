import { describe, expect, it } from '@jest/globals';
import type { IncidentEvent, IncidentStatus, ReportIncident } from '@panshi/contracts';
import { gridCode, incidents, linked, reported, withdrawn } from '../../test/incidents.ts';
import { followCase, moveIncidentToGrid, withdrawIncident } from './incident.decisions.ts';
import { reportIncident } from './report.decisions.ts';

const command: ReportIncident = {
  categoryCode: '10101',
  text: '井盖破损',
  location: { lon: 118.9000004, lat: 32.1 },
  channel: 'patrol',
};
const onAmap = { lon: 118.9052, lat: 32.0979, system: 'gcj02' as const };
const facts = { gridCode, authorised: true, categoryKnown: true, colleagueServes: undefined };
const actor = { account: 'account-1', person: 'wang', post: 'post-1' };

describe('reporting an incident', () => {
  it('records it in the grid it lies in, to six decimals, under a pseudonym of its own', () =>
    incidents
      .given()
      .when(reportIncident, command, { facts, actor })
      .then({
        type: 'IncidentReported',
        data: {
          incidentId: 'incidentId-1',
          gridCode,
          categoryCode: '10101',
          text: '井盖破损',
          location: { lon: 118.9, lat: 32.1 },
          pictures: [],
          reporterId: 'reporter-1',
          urgent: false,
          channel: 'patrol',
          recordedBy: 'wang',
        },
      }));
  it('keeps a place of another system in WGS-84, and as it was sent beside that', () =>
    incidents
      .given()
      .when(reportIncident, { ...command, location: onAmap }, { facts, actor })
      .then({
        type: 'IncidentReported',
        data: {
          incidentId: 'incidentId-1',
          gridCode,
          categoryCode: '10101',
          text: '井盖破损',
          location: { lon: 118.900173, lat: 32.100128 },
          locationGiven: onAmap,
          pictures: [],
          reporterId: 'reporter-1',
          urgent: false,
          channel: 'patrol',
          recordedBy: 'wang',
        },
      }));
  it('takes the id the client chose, the resident, the pictures and for whom it is recorded', () => {
    const picture = { pictureId: 'picture', sha256: 'a'.repeat(64) };
    const more = {
      incidentId: 'mine',
      reporter: { name: '示例居民', phone: '13800000000' },
      pictures: [picture],
      urgent: true,
      onBehalfOf: 'li',
      onBehalfReason: 'telephoned' as const,
    };
    incidents
      .given()
      .when(reportIncident, { ...command, ...more }, { facts: { ...facts, colleagueServes: true }, actor })
      .thenLike({
        type: 'IncidentReported',
        data: {
          incidentId: 'mine',
          reporterName: '示例居民',
          reporterPhone: '13800000000',
          pictures: [picture],
          urgent: true,
          recordedBy: 'wang',
          onBehalfOf: 'li',
          onBehalfReason: 'telephoned',
        },
      });
  });
  it('is recorded on behalf of somebody else, never of oneself', () =>
    incidents
      .given()
      .when(reportIncident, { ...command, onBehalfOf: 'wang', onBehalfReason: 'telephoned' }, { facts, actor })
      .thenRejected('incident.on-behalf-of-oneself'));
  it('is recorded on behalf of nobody who is not registered, or has left', () =>
    incidents
      .given()
      .when(
        reportIncident,
        { ...command, onBehalfOf: 'nobody', onBehalfReason: 'telephoned' },
        { facts: { ...facts, colleagueServes: false }, actor },
      )
      .thenRejected('incident.on-behalf-of-unknown', { onBehalfOf: 'nobody' }));
  it.each([
    ['a place outside all grids', { gridCode: undefined }, 'incident.outside-district', { lon: 118.9, lat: 32.1 }],
    ['a grid where the actor has no authority', { authorised: false }, 'incident.outside-territory', { gridCode }],
    [
      'a category the catalogue lacks',
      { categoryKnown: false },
      'incident.unknown-category',
      { categoryCode: '10101' },
    ],
    ['every category until a catalogue is in force', { categoryKnown: undefined }, 'incident.no-catalogue', undefined],
  ])('refuses %s', (_, known, code, params) =>
    incidents
      .given()
      .when(reportIncident, command, { facts: { ...facts, ...known } })
      .thenRejected(code, params),
  );
  it('refuses an id that is taken', () =>
    incidents
      .given(reported)
      .when(reportIncident, { ...command, incidentId: 'first' }, { facts })
      .thenRejected('incident.exists', { incidentId: 'first' }));
});

describe('withdrawing a report', () => {
  const withdraw = { incidentId: 'first', reason: 'resolved' as const };

  it('takes back what the same person recorded', () =>
    incidents
      .given(reported)
      .when(withdrawIncident, withdraw, { actor })
      .then({ type: 'IncidentWithdrawn', data: { incidentId: 'first', gridCode, reason: 'resolved' } }));
  it('takes back a duplicate too', () =>
    expect(incidents.given(reported, linked, withdrawn).state).toEqual({
      status: 'withdrawn',
      gridCode,
      reporters: ['wang'],
    }));
  it('has nothing to do where it is withdrawn already', () =>
    incidents.given(reported, withdrawn).when(withdrawIncident, withdraw, { actor }).then());
  it('takes back what a colleague recorded for the person', () =>
    incidents
      .given({ ...reported, data: { ...reported.data, onBehalfOf: 'li', onBehalfReason: 'telephoned' } })
      .when(withdrawIncident, withdraw, { actor: { ...actor, person: 'li' } })
      .thenLike({ type: 'IncidentWithdrawn', data: { reason: 'resolved' } }));
  it('refuses anybody else', () =>
    incidents
      .given(reported)
      .when(withdrawIncident, withdraw, { actor: { ...actor, person: 'li' } })
      .thenRejected('incident.not-yours'));
  it('refuses an incident there is none of', () =>
    incidents.given().when(withdrawIncident, withdraw, { actor }).thenRejected('incident.unknown'));
});

describe('an incident whose grid is no more', () => {
  const to = '320113001001009';
  const move = { incidentId: 'first', fromGrid: gridCode, gridCode: to, cause: 'split' } as const;
  const moved: IncidentEvent = { type: 'IncidentMovedToGrid', data: { ...move } };

  it('moves with its case', () => incidents.given(reported).when(moveIncidentToGrid, move).then(moved));
  it('moves once', () => incidents.given(reported, moved).when(moveIncidentToGrid, move).then());
  it('stays once it was withdrawn', () => incidents.given(reported, withdrawn).when(moveIncidentToGrid, move).then());
  it('that was never reported cannot', () =>
    incidents.given().when(moveIncidentToGrid, move).thenRejected('incident.unknown', { incidentId: 'first' }));
  it('names its new grid when it is withdrawn', () =>
    incidents
      .given(reported, moved)
      .when(withdrawIncident, { incidentId: 'first', reason: 'resolved' }, { actor })
      .thenLike({ type: 'IncidentWithdrawn', data: { gridCode: to } }));
});

describe('an incident whose case ends', () => {
  const follow = (status: IncidentStatus, duplicateOf?: string) => ({ incidentId: 'first', status, duplicateOf });
  const followed = (status: IncidentStatus, duplicateOf?: string) => ({
    type: 'IncidentFollowedCase' as const,
    data: { incidentId: 'first', gridCode, status, duplicateOf },
  });

  it('has the status of its case, once', () => {
    incidents.given(reported).when(followCase, follow('closed')).then(followed('closed'));
    incidents.given(reported, followed('closed')).when(followCase, follow('closed')).then();
    incidents.given(reported, followed('closed')).when(followCase, follow('reported')).then(followed('reported'));
  });
  it('is a duplicate as its case is, whichever was linked first', () => {
    incidents.given(reported).when(followCase, follow('duplicate', 'a')).then(followed('duplicate', 'a'));
    incidents.given(reported, linked).when(followCase, follow('duplicate', 'earlier')).then();
    incidents.given(reported, linked).when(followCase, follow('duplicate', 'b')).then(followed('duplicate', 'b'));
  });
  it.each(['closed', 'declined'] as const)('is not withdrawn once that was %s', (status) =>
    incidents
      .given(reported, followed(status))
      .when(withdrawIncident, { incidentId: 'first', reason: 'resolved' }, { actor })
      .thenRejected('incident.case-ended', { status }),
  );
  it('is withdrawn again after its case was reopened', () =>
    incidents
      .given(reported, followed('closed'), followed('reported'))
      .when(withdrawIncident, { incidentId: 'first', reason: 'resolved' }, { actor })
      .thenLike({ type: 'IncidentWithdrawn', data: {} }));
});
