import { describe, expect, it } from '@jest/globals';
import * as contracts from '../index.ts';
import { type FieldsType, fieldsOf } from '../vocabulary/field.ts';
import { readMessage } from '../vocabulary/read.ts';

/** Lists that may hold an item twice for their fields, and what refuses it or why it means something. */
const others: Readonly<Record<string, string>> = {
  'PublishCalendar.workingSpans': 'catalogue.spans-out-of-order',
  'PublishCalendar.years': 'catalogue.year-twice',
  'PublishCatalogue.units': 'catalogue.code-twice',
  'PublishCatalogue.classes': 'catalogue.code-twice',
  'PublishCatalogue.categories': 'catalogue.code-twice',
  'PublishCatalogue.categories.handlingStages': 'two stages may be alike',
  'SplitGrid.parts': 'parts are told by their ground',
};

/** The lists of a message, at every depth, that may hold an item twice; an outline may come back to a corner. */
const loose = (type: FieldsType, path: string): readonly string[] =>
  [...fieldsOf(type)].flatMap(([name, { of, list }]) => {
    const here = `${path}.${name}`;
    if (name === 'ring') return [];
    const within = typeof of === 'function' ? loose(of(), here) : [];
    return list && !list.uniqueItems && !list['x-unique-by'] ? [here, ...within] : within;
  });

describe('a list in a command', () => {
  it('holds nothing twice, unless that means something', () => {
    // Other tests that share these modules declare commands of their own.
    const ours: readonly unknown[] = Object.values(contracts);
    const commands = contracts.allCommands().filter((type) => ours.includes(type));
    expect(commands.length).toBeGreaterThan(60);
    const found = commands.flatMap((type) => loose(type, type.name));
    expect(found.toSorted()).toEqual(Object.keys(others).toSorted());
  });

  it('is refused with a day that stands in it twice', () => {
    const year = { year: 2027, status: 'published', source: '通知', holidays: [], makeUpWorkdays: [] };
    const rulesOf = (changed: object) =>
      readMessage(contracts.PublishCalendar, {
        districtCode: '320113',
        version: '2027',
        utcOffset: '+08:00',
        workingWeekdays: [1],
        workingSpans: [{ from: '09:00', to: '17:00' }],
        years: [{ ...year, ...changed }],
      });
    expect(rulesOf({})).toHaveProperty('message');
    const holiday = { name: '元旦', from: '2027-01-01', to: '2027-01-03' };
    for (const changed of [{ makeUpWorkdays: ['2027-01-01', '2027-01-01'] }, { holidays: [holiday, holiday] }])
      expect(JSON.stringify(rulesOf(changed))).toContain('arrayUnique');
  });
});
