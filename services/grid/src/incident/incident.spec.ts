import { describe, expect, it } from '@jest/globals';
import type { IncidentEvent, ReportIncident } from '@panshi/contracts';
import { scenario, sealedText } from '@panshi/testing';
import { linkDuplicateIncident, moveDuplicateIncident, unlinkDuplicateIncident } from './duplicate.decisions.ts';
import { moveIncidentToGrid, withdrawIncident } from './incident.decisions.ts';
import { incidentFold } from './incident.ts';
import { reportIncident } from './report.decisions.ts';

const gridCode = '320113001001001';
const command: ReportIncident = {
  categoryCode: '10101',
  text: '井盖破损',
  location: { lon: 118.9000004, lat: 32.1 },
  channel: 'patrol',
};
const onAmap = { lon: 118.9052, lat: 32.0979, system: 'gcj02' as const };
const facts = { gridCode, authorised: true, categoryKnown: true };
const actor = { account: 'account-1', person: 'wang', post: 'post-1' };
const reported: IncidentEvent = {
  type: 'IncidentReported',
  data: {
    incidentId: 'first',
    gridCode,
    categoryCode: '10101',
    text: sealedText(),
    location: { lon: 118.9, lat: 32.1 },
    pictures: [],
    reporterId: 'reporter',
    urgent: false,
    channel: 'patrol',
    recordedBy: 'wang',
  },
};
const withdrawn: IncidentEvent = {
  type: 'IncidentWithdrawn',
  data: { incidentId: 'first', gridCode, reason: 'resolved' },
};
const linked: IncidentEvent = {
  type: 'IncidentLinkedAsDuplicate',
  data: { incidentId: 'first', gridCode, duplicateOf: 'earlier' },
};
const incidents = scenario(incidentFold);

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
      .when(reportIncident, { ...command, ...more }, { facts, actor })
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

describe('linking a duplicate', () => {
  const link = { incidentId: 'first', duplicateOf: 'earlier' };
  const open = { original: 'reported' as const };

  it('links a later report to the first', () =>
    incidents
      .given(reported)
      .when(linkDuplicateIncident, link, { facts: open })
      .then({ type: 'IncidentLinkedAsDuplicate', data: { incidentId: 'first', gridCode, duplicateOf: 'earlier' } }));
  it('has nothing to do where it is linked so already', () =>
    incidents.given(reported, linked).when(linkDuplicateIncident, link, { facts: open }).then());
  it('refuses a second link', () =>
    incidents
      .given(reported, linked)
      .when(linkDuplicateIncident, { ...link, duplicateOf: 'another' }, { facts: open })
      .thenRejected('incident.already-duplicate', { duplicateOf: 'earlier' }));
  it('refuses a link to itself', () =>
    incidents
      .given(reported)
      .when(linkDuplicateIncident, { ...link, duplicateOf: 'first' }, { facts: open })
      .thenRejected('incident.duplicate-of-itself'));
  it('refuses a first report that does not exist', () =>
    incidents
      .given(reported)
      .when(linkDuplicateIncident, link, { facts: { original: undefined } })
      .thenRejected('incident.unknown-original'));
  it.each(['duplicate', 'withdrawn'] as const)('refuses a first report that is %s', (original) =>
    incidents
      .given(reported)
      .when(linkDuplicateIncident, link, { facts: { original } })
      .thenRejected('incident.original-not-open', { status: original }),
  );
  it('refuses a report that was withdrawn', () =>
    incidents
      .given(reported, withdrawn)
      .when(linkDuplicateIncident, link, { facts: open })
      .thenRejected('incident.withdrawn'));
  it('refuses an incident there is none of', () =>
    incidents.given().when(linkDuplicateIncident, link, { facts: open }).thenRejected('incident.unknown'));
});

describe('unlinking a duplicate', () => {
  const unlink = { incidentId: 'first' };
  const unlinked: IncidentEvent = {
    type: 'IncidentDuplicateUnlinked',
    data: { incidentId: 'first', gridCode, duplicateOf: 'earlier' },
  };

  it('lets it stand for itself', () => {
    incidents.given(reported, linked).when(unlinkDuplicateIncident, unlink).then(unlinked);
    expect(incidents.given(reported, linked, unlinked).state).toMatchObject({ status: 'reported' });
  });
  it('is refused where it is linked to none', () =>
    incidents.given(reported).when(unlinkDuplicateIncident, unlink).thenRejected('incident.no-duplicate'));
  it('leaves another link alone than the one named', () => {
    const other = { ...unlink, duplicateOf: 'another' };
    incidents.given(reported, linked).when(unlinkDuplicateIncident, other).then();
    incidents.given(reported).when(unlinkDuplicateIncident, other).then();
  });
});

describe('moving a duplicate along', () => {
  const move = { incidentId: 'first', from: 'earlier', duplicateOf: 'earliest' };

  it('links it to the new first report', () =>
    incidents
      .given(reported, linked)
      .when(moveDuplicateIncident, move)
      .then({ type: 'IncidentLinkedAsDuplicate', data: { incidentId: 'first', gridCode, duplicateOf: 'earliest' } }));
  it('has nothing to do where it is linked elsewhere, to none, or would be linked to itself', () => {
    incidents.given(reported).when(moveDuplicateIncident, move).then();
    incidents
      .given(reported, linked)
      .when(moveDuplicateIncident, { ...move, from: 'another' })
      .then();
    incidents
      .given(reported, linked)
      .when(moveDuplicateIncident, { ...move, duplicateOf: 'first' })
      .then();
  });
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
      recordedBy: 'wang',
    }));
  it('has nothing to do where it is withdrawn already', () =>
    incidents.given(reported, withdrawn).when(withdrawIncident, withdraw, { actor }).then());
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
