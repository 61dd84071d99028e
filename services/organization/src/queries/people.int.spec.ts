import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GetPerson, ListPeople, type Page, type PersonSummary, type PersonView } from '@panshi/contracts';
import { everywhere, Reader, who } from '../../test/reader.ts';

const reader = new Reader();
beforeAll(() => reader.open());
afterAll(() => reader.close());

describe('people', () => {
  const list = async (query: object, principal = everywhere) =>
    (await reader.ask<Page<PersonSummary>>(ListPeople, query, principal)).items.map(({ personId }) => personId);

  it('are listed while they serve, unless told', async () => {
    expect(await list({})).toEqual(['chen', 'dai']);
    expect(await list({ serving: false })).toEqual(['fan']);
  });

  it.each([
    [{ post: 'secretary' }, ['chen']],
    [{ post: 'party-backbone' }, []],
    [{ partyMember: false, serving: false }, ['fan']],
    [{ regionCode: '320113001001' }, ['chen']],
  ])('by %j are %j', async (query, ids) => expect(await list(query)).toEqual(ids));

  it('are in reach where they are managed, and where they hold a post', async () => {
    expect(await list({}, who(['organization.read', '320113001001']))).toEqual(['chen']);
    expect(await list({}, who(['organization.read', '320113002']))).toEqual([]);
  });

  it('are counted by post held', async () => {
    const { facets } = await reader.ask<Page<PersonSummary>>(ListPeople, { facets: true });
    expect(facets?.['posts.post']).toEqual([{ value: 'secretary', count: 1 }]);
  });

  it('keep their names from who may not reveal people there, and nothing is opened for that', async () => {
    reader.opened.length = 0;
    const { items } = await reader.ask<Page<PersonSummary>>(ListPeople, {});
    expect(items.map(({ name }) => name)).toEqual([{ status: 'withheld' }, { status: 'withheld' }]);
    const elsewhere = who(['organization.read', '320113'], ['person.reveal', '320113002']);
    expect(await reader.ask(GetPerson, { personId: 'chen' }, elsewhere)).toMatchObject({
      name: { status: 'withheld' },
      phone: { status: 'withheld' },
    });
    expect(reader.opened).toEqual([]);
  });

  it('show their names in lists to who may, and phones of one at a time only', async () => {
    reader.opened.length = 0;
    const officer = who(['organization.read', '320113'], ['person.reveal', '320113001']);
    const { items } = await reader.ask<Page<PersonSummary>>(ListPeople, {}, officer);
    expect(items[0]).toMatchObject({ personId: 'chen', name: { status: 'open', value: 'name in clear' } });
    expect(reader.opened).not.toContain('phone');
    expect(await reader.ask<PersonView>(GetPerson, { personId: 'chen' }, officer)).toMatchObject({
      phone: { status: 'open', value: 'phone in clear' },
      _version: 0,
    });
    expect((await reader.ask<PersonView>(GetPerson, { personId: 'dai' }, officer)).phone).toBeUndefined();
  });

  it('are not found outside the reader’s territories, nor where there is none', async () => {
    expect(await reader.ask(GetPerson, { personId: 'dai' }, who(['organization.read', '320113002']))).toBeUndefined();
    expect(await reader.ask(GetPerson, { personId: 'nobody' })).toBeUndefined();
  });

  it('never leave with a sealed value', async () => {
    expect(JSON.stringify(await reader.ask(ListPeople, {}))).not.toContain('ciphertext');
    expect(JSON.stringify(await reader.ask(GetPerson, { personId: 'chen' }))).not.toContain('ciphertext');
  });
});
