import { describe, it } from '@jest/globals';
import type { CatalogueEvent, PublishCalendar, PublishCatalogue } from '@panshi/contracts';
import { chinaCalendar } from '@panshi/kernel';
import { scenario } from '@panshi/testing';
import { at, districtCode } from '../../test/names.ts';
import { catalogueFold } from './catalogue.ts';
import { publishCalendar, publishCatalogue } from './catalogue.decisions.ts';
import { defaultCatalogue } from './default-catalogue.ts';
import { approvePublication, declinePublication, withdrawPublication } from './publication.decisions.ts';

const { given } = scenario(catalogueFold);
const by = (person: string, account = `account-${person}`, now = at('2026-03-02T09:00')) => ({
  now,
  actor: { account, person, post: person },
});

const { units, classes } = defaultCatalogue;
const categories = defaultCatalogue.categories.map((category) => ({ ...category, handlingStages: [] }));
const first = {
  type: 'CataloguePublished',
  data: { districtCode, edition: '2026', effectiveFrom: at('2026-01-01T00:00'), units, classes, categories },
} satisfies CatalogueEvent;
const july = at('2026-07-01T00:00');
const next = {
  districtCode,
  edition: '2026.7',
  effectiveFrom: july,
  units,
  classes,
  categories,
} satisfies PublishCatalogue;
const proposed = {
  type: 'CatalogueProposed',
  data: { ...next, proposedBy: 'admin', proposedAccount: 'account-admin' },
} satisfies CatalogueEvent;
const published = { type: 'CataloguePublished', data: { ...next, approvedBy: 'officer' } } satisfies CatalogueEvent;
const named = { districtCode, kind: 'catalogue', name: '2026.7' } as const;

const calendar = { ...chinaCalendar, districtCode } as unknown as PublishCalendar;
const firstCalendar = {
  type: 'CalendarPublished',
  data: { ...chinaCalendar, districtCode, effectiveFrom: at('2026-01-01T00:00') },
} satisfies CatalogueEvent;

describe('a later edition', () => {
  it('waits for a second person', () => given(first).when(publishCatalogue, next, by('admin')).then(proposed));

  it('takes its name at once', () =>
    given(first, proposed).when(publishCatalogue, next, by('other')).thenRejected('catalogue.edition-published'));

  it('is published when another person approves', () =>
    given(first, proposed).when(approvePublication, named, by('officer')).then(published));

  it.each([
    ['the same person', by('admin', 'another-account')],
    ['the same account', by('somebody', 'account-admin')],
  ])('is not approved by %s', (_, who) =>
    given(first, proposed).when(approvePublication, named, who).thenRejected('catalogue.own-proposal'),
  );

  it('takes effect at its approval where that comes later', () => {
    const late = at('2026-08-01T00:00');
    given(first, proposed)
      .when(approvePublication, named, by('officer', undefined, late))
      .thenLike({ type: 'CataloguePublished', data: { effectiveFrom: late } });
  });

  it('is declined with a reason, and may be proposed again', () => {
    const declined = {
      type: 'PublicationDeclined',
      data: { ...named, reason: '时限有误', declinedBy: 'officer' },
    } satisfies CatalogueEvent;
    given(first, proposed)
      .when(declinePublication, { ...named, reason: '时限有误' }, by('officer'))
      .then(declined);
    given(first, proposed, declined).when(publishCatalogue, next, by('admin')).then(proposed);
  });

  it('is approved once, and only where it was proposed', () => {
    given(first, proposed, published)
      .when(approvePublication, named, by('officer'))
      .thenRejected('catalogue.not-proposed');
    given(first).when(approvePublication, named, by('officer')).thenRejected('catalogue.unknown-publication');
  });
});

describe('a withdrawal', () => {
  const reason = '改期';
  const withdrawn = {
    type: 'PublicationWithdrawn',
    data: { ...named, reason, withdrawnBy: 'admin' },
  } satisfies CatalogueEvent;

  it.each([
    ['an edition that waits', [first, proposed]],
    ['an edition not yet in force', [first, published]],
  ])('takes %s back', (_, events) =>
    given(...events)
      .when(withdrawPublication, { ...named, reason }, by('admin'))
      .then(withdrawn),
  );

  it('is refused once it is in force', () =>
    given(first, published)
      .when(withdrawPublication, { ...named, reason }, by('admin', undefined, july))
      .thenRejected('catalogue.in-force'));

  it('makes room: an edition of the year 9999 no longer keeps later ones out', () => {
    const distant = { ...published, data: { ...published.data, effectiveFrom: '9999-12-31T00:00:00.000Z' } };
    given(first, distant)
      .when(publishCatalogue, { ...next, edition: '2027' }, by('admin'))
      .thenRejected('catalogue.effective-before-last');
    given(first, distant, withdrawn)
      .when(publishCatalogue, { ...next, edition: '2027' }, by('admin'))
      .thenLike({ type: 'CatalogueProposed', data: { edition: '2027' } });
  });
});

describe('a later calendar', () => {
  const named2 = { districtCode, kind: 'calendar', name: 'cn-2026.2' } as const;
  const later = { ...calendar, version: 'cn-2026.2' };
  const waiting = {
    type: 'CalendarProposed',
    data: { ...chinaCalendar, ...later, proposedBy: 'admin', proposedAccount: 'account-admin' },
  } as CatalogueEvent;

  it('waits for a second person, who publishes it', () => {
    given(firstCalendar).when(publishCalendar, later, by('admin')).then(waiting);
    given(firstCalendar, waiting)
      .when(approvePublication, named2, by('officer'))
      .thenLike({ type: 'CalendarPublished', data: { version: 'cn-2026.2', approvedBy: 'officer' } });
  });

  it('is withdrawn while it waits', () =>
    given(firstCalendar, waiting)
      .when(withdrawPublication, { ...named2, reason: '改期' }, by('admin'))
      .thenLike({ type: 'PublicationWithdrawn', data: { kind: 'calendar', name: 'cn-2026.2' } }));
});

describe('a limit of more than a year', () => {
  const limited = (kind: 'working-days' | 'working-hours' | 'natural-hours', amount: number) => ({
    ...next,
    categories: [{ ...categories.find(({ code }) => code === '20101')!, limit: { kind, amount } }],
  });

  it.each([
    ['working-days', 1000],
    ['working-days', 251],
    ['working-hours', 2100],
    ['natural-hours', 8761],
  ] as const)('of %s, %d, is refused by the calendar', (kind, amount) =>
    given(firstCalendar)
      .when(publishCatalogue, limited(kind, amount), by('admin'))
      .thenRejected('catalogue.limit-beyond-a-year'),
  );

  it('is refused with the calendar, where the catalogue came first', () => {
    const { type, data } = { ...first, data: { ...first.data, ...limited('working-days', 255) } };
    given({ type, data: { ...data, categories: data.categories } })
      .when(publishCalendar, calendar, by('admin'))
      .thenRejected('catalogue.limit-beyond-a-year');
  });
});
