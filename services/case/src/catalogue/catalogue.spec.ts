import { describe, expect, it } from '@jest/globals';
import { type CalendarPublished, type PublishCalendar, PublishCatalogue, readMessage } from '@panshi/contracts';
import { chinaCalendar } from '@panshi/kernel';
import { scenario } from '@panshi/testing';
import { at, districtCode } from '../../test/names.ts';
import { calendarAt, calendarVersion, categoryOf, catalogueFold, editionAt } from './catalogue.ts';
import { publishCalendar, publishCatalogue } from './catalogue.decisions.ts';
import { defaultCatalogue } from './default-catalogue.ts';

const { given } = scenario(catalogueFold);
const now = { now: at('2026-03-02T09:00') };

const limit = { kind: 'working-hours', amount: 4 } as const;
const category = {
  code: '20101',
  name: { zh: '暴露垃圾', en: 'Exposed rubbish' },
  filingStandard: '露天堆放',
  limit,
  closingStandard: '清运干净',
  responsibleUnit: 'URBAN',
  urgent: false,
};
const classes = [{ code: '201', kind: 'event' as const, name: { zh: '市容环境', en: 'City appearance' } }];
const units = [{ code: 'URBAN', name: { zh: '区城管局', en: 'Urban management bureau' } }];
const catalogue = { districtCode, edition: '2026', units, classes, categories: [category] } satisfies PublishCatalogue;
const first = {
  type: 'CataloguePublished',
  data: { ...catalogue, effectiveFrom: at('2026-01-01T00:00'), categories: [{ ...category, handlingStages: [] }] },
} as const;
const calendar = { districtCode, ...chinaCalendar } as unknown as PublishCalendar;
const published = {
  type: 'CalendarPublished',
  data: { ...calendar, effectiveFrom: at('2026-01-01T00:00') } as unknown as Required<CalendarPublished>,
} as const;

describe('a catalogue', () => {
  it('takes effect at once unless told', () =>
    given()
      .when(publishCatalogue, catalogue, now)
      .thenLike({ type: 'CataloguePublished', data: { effectiveFrom: now.now } }));

  it('may look back when it is the first, and never after', () => {
    const back = { ...catalogue, effectiveFrom: at('2024-01-01T00:00') };
    given()
      .when(publishCatalogue, back, now)
      .thenLike({ type: 'CataloguePublished', data: { effectiveFrom: at('2024-01-01T00:00') } });
    given(first)
      .when(publishCatalogue, { ...back, edition: '2027' }, now)
      .thenRejected('catalogue.effective-in-the-past');
  });

  it('has an edition of its own, and does not come before the last', () => {
    given(first).when(publishCatalogue, catalogue, now).thenRejected('catalogue.edition-published');
    const later = { ...first, data: { ...first.data, effectiveFrom: at('2026-06-01T00:00') } };
    given(later)
      .when(publishCatalogue, { ...catalogue, edition: '2027' }, now)
      .thenRejected('catalogue.effective-before-last');
  });

  it.each([
    ['catalogue.code-twice', { categories: [category, category] }],
    ['catalogue.code-twice', { classes: [...classes, ...classes] }],
    ['catalogue.code-twice', { units: [...units, ...units] }],
    ['catalogue.unit-unknown', { units: [{ ...units[0]!, code: 'WATER' }] }],
    ['catalogue.class-of-other-kind', { classes: [{ ...classes[0]!, kind: 'component' as const }] }],
    ['catalogue.class-unknown', { categories: [{ ...category, code: '20201' }] }],
    ['catalogue.limit-not-positive', { categories: [{ ...category, limit: { ...limit, amount: 0 } }] }],
    [
      'catalogue.limit-in-whole-days',
      { categories: [{ ...category, limit: { kind: 'working-days' as const, amount: 0.5 } }] },
    ],
    ['catalogue.urgent-counts-natural-hours', { categories: [{ ...category, urgent: true }] }],
    [
      'catalogue.stages-exceed-limit',
      {
        categories: [
          {
            ...category,
            handlingStages: [3, 2].map((amount) => ({ name: category.name, limit: { ...limit, amount } })),
          },
        ],
      },
    ],
    [
      'catalogue.stages-count-alike',
      {
        categories: [
          {
            ...category,
            handlingStages: [{ name: category.name, limit: { kind: 'natural-hours' as const, amount: 1 } }],
          },
        ],
      },
    ],
  ])('is refused by %s', (code, over) =>
    given()
      .when(publishCatalogue, { ...catalogue, ...over }, now)
      .thenRejected(code),
  );

  it('may give stages of handling times that fit into its limit', () =>
    given()
      .when(
        publishCatalogue,
        { ...catalogue, categories: [{ ...category, handlingStages: [{ name: category.name, limit }] }] },
        now,
      )
      .thenLike({ type: 'CataloguePublished', data: {} }));

  it('is in effect from its moment on, until the next', () => {
    const next = { ...first, data: { ...first.data, edition: '2027', effectiveFrom: at('2027-01-01T00:00') } };
    const { state } = given(first, next);
    expect(editionAt(state, at('2025-12-31T23:59'))).toBeUndefined();
    expect(editionAt(state, at('2026-12-31T23:59'))?.edition).toBe('2026');
    expect(editionAt(state, at('2027-01-01T00:00'))?.edition).toBe('2027');
    expect(categoryOf(editionAt(state, now.now)!, '20101')?.responsibleUnit).toBe('URBAN');
  });
});

describe('the default catalogue', () => {
  it('is valid in every field, and by every rule', () => {
    const read = readMessage(PublishCatalogue, { districtCode, ...defaultCatalogue });
    const { message: command } = read as { readonly message: PublishCatalogue };
    expect(command).toMatchObject(defaultCatalogue);
    given()
      .when(publishCatalogue, command, now)
      .thenLike({ type: 'CataloguePublished', data: { edition: 'default-1' } });
  });

  it('has the field’s classes, each with categories', () => {
    expect(defaultCatalogue.classes.filter(({ kind }) => kind === 'component').map(({ name }) => name.zh)).toEqual([
      '公用设施',
      '道路交通',
      '市容环境',
      '园林绿化',
      '其他部件',
    ]);
    for (const { code } of defaultCatalogue.classes)
      expect(defaultCatalogue.categories.some((one) => one.code.startsWith(code))).toBe(true);
    expect(defaultCatalogue.categories.length).toBeGreaterThanOrEqual(40);
  });
});

describe('a working calendar', () => {
  it('is published as it is, and read again by its version', () => {
    given()
      .when(publishCalendar, calendar, now)
      .then({ type: 'CalendarPublished', data: { ...published.data, effectiveFrom: now.now } });
    const { state } = given(published);
    expect(calendarAt(state, now.now)).toEqual(chinaCalendar);
    expect(calendarVersion(state, chinaCalendar.version)).toEqual(chinaCalendar);
    expect(() => calendarVersion(state, 'other')).toThrow(RangeError);
  });

  it('has a version of its own', () =>
    given(published).when(publishCalendar, calendar, now).thenRejected('catalogue.calendar-published'));

  const year = {
    year: 2026,
    status: 'published' as const,
    source: '通知',
    holidays: [{ name: '元旦', from: '2026-01-01', to: '2026-01-03' }],
    makeUpWorkdays: ['2026-01-04'],
  };
  it.each([
    ['catalogue.spans-out-of-order', { workingSpans: [{ from: '12:00', to: '09:00' }] }],
    [
      'catalogue.spans-out-of-order',
      {
        workingSpans: [
          { from: '09:00', to: '12:00' },
          { from: '11:00', to: '17:00' },
        ],
      },
    ],
    ['catalogue.year-twice', { years: [year, year] }],
    [
      'catalogue.holiday-ends-before-it-begins',
      { years: [{ ...year, holidays: [{ name: '元旦', from: '2026-01-03', to: '2026-01-01' }] }] },
    ],
    [
      'catalogue.day-of-other-year',
      { years: [{ ...year, holidays: [{ name: '元旦', from: '2025-12-31', to: '2026-01-01' }] }] },
    ],
    ['catalogue.day-of-other-year', { years: [{ ...year, makeUpWorkdays: ['2027-01-04'] }] }],
    ['catalogue.make-up-day-in-holiday', { years: [{ ...year, makeUpWorkdays: ['2026-01-02'] }] }],
  ])('is refused by %s', (code, over) =>
    given()
      .when(publishCalendar, { ...calendar, ...over }, now)
      .thenRejected(code),
  );
});
