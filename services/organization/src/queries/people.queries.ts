import {
  fieldsFrom,
  GetPerson,
  ListPeople,
  may,
  type Permission,
  type PersonalText,
  PersonSummary,
  PersonView,
  type SealedRef,
} from '@panshi/contracts';
import { answer, inRegion, lyingIn, paging, type QueryContext, whereAllowed } from '@panshi/service-kit';
import { peopleView, type PersonDocument } from '../views/people.view.ts';

/** A person is where they are managed, and where they hold a post. */
const ofPlace = lyingIn('regionCode', 'posts.regionCode');

const mayThere = (
  { principal }: QueryContext,
  permission: Permission,
  { regionCode, posts }: PersonDocument,
): boolean => [regionCode, ...posts.map((post) => post.regionCode)].some((place) => may(principal, permission, place));

export const listPeople = answer(ListPeople, async (query, context) => {
  const { regionCode, post, partyMember, serving = true } = query;
  const page = await context.views.of(peopleView).find({
    filter: {
      partyMember,
      serving,
      'posts.post': post,
      $and: [whereAllowed(context.principal, 'organization.read', ofPlace), inRegion(regionCode, ofPlace)],
    },
    sort: { regionCode: 1 },
    ...paging(query, ['posts.post']),
  });
  return { ...page, items: await Promise.all(page.items.map((person) => summary(person, context))) };
});

/** The one place that shows a phone number. */
export const getPerson = answer(GetPerson, async ({ personId }, context) => {
  const person = await context.views.of(peopleView).get(personId);
  if (!person || !mayThere(context, 'organization.read', person)) return undefined;
  const phone = person.phone && (await revealed(person.phone, person, context));
  return fieldsFrom(PersonView, { ...(await summary(person, context)), _version: person._version, phone });
});

const summary = async (person: PersonDocument, context: QueryContext): Promise<PersonSummary> =>
  fieldsFrom(PersonSummary, {
    ...person,
    personId: person._id,
    name: await revealed(person.name, person, context),
  });

/** Opens a value for who may reveal people in one of this person's places. */
const revealed = async (sealed: SealedRef, person: PersonDocument, context: QueryContext): Promise<PersonalText> =>
  mayThere(context, 'person.reveal', person) ? context.open(sealed) : { status: 'withheld' };
