import { describe, expect, it } from '@jest/globals';
import type { IncidentEvent } from '@panshi/contracts';
import { gridCode, incidents, linked, reported, withdrawn } from '../../test/incidents.ts';
import { linkDuplicateIncident, moveDuplicateIncident, unlinkDuplicateIncident } from './duplicate.decisions.ts';

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
  it('links to a first report whose case is closed', () =>
    incidents
      .given(reported)
      .when(linkDuplicateIncident, link, { facts: { original: 'closed' } })
      .thenLike({ type: 'IncidentLinkedAsDuplicate', data: { duplicateOf: 'earlier' } }));
  it('refuses a report whose own case is closed', () =>
    incidents
      .given(reported, { type: 'IncidentFollowedCase', data: { incidentId: 'first', gridCode, status: 'closed' } })
      .when(linkDuplicateIncident, link, { facts: open })
      .thenRejected('incident.case-ended'));
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
