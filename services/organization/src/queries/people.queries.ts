import { GetPerson, ListPeople, type PersonalText, type PersonSummary, type SealedRef } from '@panshi/contracts';
import { answer, type QueryContext } from '@panshi/service-kit';
import { peopleView, type PersonDocument } from '../views/people.view.ts';
import { inReach, inRegion, reaches } from './territory.ts';

const places = ['regionCode', 'posts.regionCode'];
const placesOf = ({ regionCode, posts }: PersonDocument) => [regionCode, ...posts.map((post) => post.regionCode)];

export const listPeople = answer(ListPeople, async (query, context) => {
  const { regionCode, post, partyMember, serving = true, facets, limit, cursor } = query;
  const page = await context.views.of(peopleView).find({
    filter: {
      partyMember,
      serving,
      'posts.post': post,
      $and: [inReach(context.principal, 'organization.read', places), inRegion(regionCode, places)],
    },
    sort: { regionCode: 1 },
    limit,
    cursor,
    total: true,
    ...(facets && { facets: ['posts.post'] }),
  });
  return { ...page, items: await Promise.all(page.items.map((person) => summary(person, context))) };
});

/** The one place that shows a phone number. */
export const getPerson = answer(GetPerson, async ({ personId }, context) => {
  const person = await context.views.of(peopleView).get(personId);
  if (!person || !reaches(context.principal, 'organization.read', placesOf(person))) return undefined;
  const phone = person.phone && { phone: await revealed(person.phone, person, context) };
  return { _version: person._version, ...(await summary(person, context)), ...phone };
});

const summary = async (person: PersonDocument, context: QueryContext): Promise<PersonSummary> => {
  const { _id: personId, partyMember, serving, regionCode, posts } = person;
  return { personId, name: await revealed(person.name, person, context), partyMember, serving, regionCode, posts };
};

/** Opens a value for who may reveal people in one of this person's places. */
const revealed = async (sealed: SealedRef, person: PersonDocument, context: QueryContext): Promise<PersonalText> =>
  reaches(context.principal, 'person.reveal', placesOf(person)) ? context.open(sealed) : { status: 'withheld' };
