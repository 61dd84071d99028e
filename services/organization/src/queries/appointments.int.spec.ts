import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AppointmentView, ListAppointments, type Page } from '@panshi/contracts';
import { everywhere, Reader, who } from '../../test/reader.ts';

const reader = new Reader();
beforeAll(() => reader.open());
afterAll(() => reader.close());

describe('appointments', () => {
  const list = async (query: object, principal = everywhere) =>
    (await reader.ask<Page<AppointmentView>>(ListAppointments, query, principal)).items.map(
      (each) => each.appointmentId,
    );

  it.each([
    [{}, ['a-chen']],
    [{ status: 'ended' }, ['a-chen-2', 'a-dai']],
    [{ status: 'ended', sort: 'oldest' }, ['a-dai', 'a-chen-2']],
    [{ status: 'ended', personId: 'dai' }, ['a-dai']],
    [{ orgId: 'community-1' }, ['a-chen']],
    [{ post: 'party-backbone', status: 'ended' }, ['a-chen-2']],
    [{ regionCode: '320113002' }, []],
  ])('by %j are %j', async (query, ids) => expect(await list(query)).toEqual(ids));

  it('are seen in the reader’s territories only', async () =>
    expect(await list({ status: 'ended' }, who(['organization.read', '320113002']))).toEqual(['a-dai']));
});
