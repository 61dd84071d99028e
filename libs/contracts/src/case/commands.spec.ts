import { describe, expect, it } from '@jest/globals';
import { refusedFields as refused, taken } from '../../test/refused.ts';
import { allCommands, commandOptions } from '../message/command.ts';
import { roles } from '../authority/roles.ts';
import { PublishCalendar } from './calendar.commands.ts';
import { ListCases } from './case.queries.ts';
import { PublishCatalogue } from './catalogue.commands.ts';
import { EvaluateCase, ReopenCase } from './closing.commands.ts';
import { RequestExtension } from './extension.commands.ts';
import { DeclineCase, FileCase } from './filing.commands.ts';
import { DispatchCase, ReportBack } from './handling.commands.ts';
import { ApplyDeadlineModifier } from './modifier.commands.ts';
import { CaseRates } from './rates.queries.ts';
import { MarkOverdue } from './timer.commands.ts';

const caseId = '01890000-0000-7000-8000-000000000001';

const name = { zh: '暴露垃圾', en: 'Exposed rubbish' };
const category = {
  code: '20101',
  name,
  filingStandard: '露天堆放',
  limit: { kind: 'working-hours', amount: 4 },
  closingStandard: '清运干净',
  responsibleUnit: 'URBAN',
  urgent: false,
};
const catalogue = {
  districtCode: '320113',
  edition: '2026',
  units: [{ code: 'URBAN', name }],
  classes: [{ code: '201', kind: 'event', name }],
  categories: [category],
};
const calendar = {
  districtCode: '320113',
  version: '2026.1',
  utcOffset: '+08:00',
  workingWeekdays: [1, 2, 3, 4, 5],
  workingSpans: [{ from: '09:00', to: '17:00' }],
  years: [
    {
      year: 2026,
      status: 'published',
      source: '通知',
      holidays: [{ name: '元旦', from: '2026-01-01', to: '2026-01-03' }],
      makeUpWorkdays: ['2026-01-04'],
    },
  ],
};

describe('what a command of the case service may hold', () => {
  it.each([
    [FileCase, { caseId, categoryCode: '20101', urgent: true }],
    [DeclineCase, { caseId, reason: 'unfounded', note: '现场\n无异常' }],
    [DispatchCase, { caseId, unit: 'URBAN' }],
    [DispatchCase, { caseId, unit: '320113001001001' }],
    [ReportBack, { caseId, result: '已清运' }],
    [RequestExtension, { caseId, amount: 0.25, reason: '下雨' }],
    [ApplyDeadlineModifier, { caseId, activationId: caseId, effect: 'pause' }],
    [ApplyDeadlineModifier, { caseId, activationId: caseId, effect: 'shorten', hours: 720 }],
    [MarkOverdue, { caseId, dueAt: '2026-03-02T06:30:00.000Z' }],
    [PublishCatalogue, catalogue],
    [PublishCalendar, calendar],
  ])('takes what is right: %p', (type, body) => expect(refused(type, body)).toEqual([]));

  it.each([
    ['an id that is none', FileCase, { caseId: 'c-1' }, 'caseId'],
    ['a category of another form', FileCase, { caseId, categoryCode: '30101' }, 'categoryCode'],
    ['a class for a category', FileCase, { caseId, categoryCode: '201' }, 'categoryCode'],
    ['a truth value as text', FileCase, { caseId, urgent: 'true' }, 'urgent'],
    ['a reason not on the list', DeclineCase, { caseId, reason: 'tired' }, 'reason'],
    ['an empty result', ReportBack, { caseId, result: ' \n' }, 'result'],
    ['an endless result', ReportBack, { caseId, result: '长'.repeat(2001) }, 'result'],
    ['an identity number in a result', ReportBack, { caseId, result: '找到11010519491231002X本人' }, 'result'],
    ['a unit of two lines', DispatchCase, { caseId, unit: 'URBAN\n' }, 'unit'],
    ['a unit’s name for its code', DispatchCase, { caseId, unit: '区城管局' }, 'unit'],
    ['a region for a unit', DispatchCase, { caseId, unit: '320113001' }, 'unit'],
    ['no units', PublishCatalogue, { ...catalogue, units: [] }, 'units'],
    ['six stars', EvaluateCase, { caseId, satisfaction: 6 }, 'satisfaction'],
    ['half a star', EvaluateCase, { caseId, satisfaction: 3.5 }, 'satisfaction'],
    ['a reopening without a reason', ReopenCase, { caseId }, 'reason'],
    [
      'a reopening for somebody, not saying why',
      ReopenCase,
      { caseId, reason: '未办', onBehalfOf: caseId },
      'onBehalfReason',
    ],
    ['no time at all', RequestExtension, { caseId, amount: 0, reason: '下雨' }, 'amount'],
    ['infinite time', RequestExtension, { caseId, amount: Infinity, reason: '下雨' }, 'amount'],
    ['a shortening without hours', ApplyDeadlineModifier, { caseId, activationId: caseId, effect: 'shorten' }, 'hours'],
    [
      'a modifier that leaves things',
      ApplyDeadlineModifier,
      { caseId, activationId: caseId, effect: 'leave' },
      'effect',
    ],
    ['a moment without its zone', MarkOverdue, { caseId, dueAt: '2026-03-02T14:30:00.000' }, 'dueAt'],
    ['a moment that does not exist', MarkOverdue, { caseId, dueAt: '2026-02-30T06:30:00.000Z' }, 'dueAt'],
    ['an unknown field', FileCase, { caseId, colour: 'red' }, 'colour'],
    ['no categories', PublishCatalogue, { ...catalogue, categories: [] }, 'categories'],
    [
      'a category without a limit',
      PublishCatalogue,
      { ...catalogue, categories: [{ ...category, limit: undefined }] },
      'categories',
    ],
    [
      'a limit of nothing',
      PublishCatalogue,
      { ...catalogue, categories: [{ ...category, limit: { kind: 'working-days', amount: 0 } }] },
      'categories',
    ],
    ['a district’s name for its code', PublishCatalogue, { ...catalogue, districtCode: '栖霞区' }, 'districtCode'],
    ['an eighth weekday', PublishCalendar, { ...calendar, workingWeekdays: [1, 8] }, 'workingWeekdays'],
    ['no weekday', PublishCalendar, { ...calendar, workingWeekdays: [] }, 'workingWeekdays'],
    ['a weekday twice', PublishCalendar, { ...calendar, workingWeekdays: [1, 1] }, 'workingWeekdays'],
    [
      'a twenty-fifth hour',
      PublishCalendar,
      { ...calendar, workingSpans: [{ from: '09:00', to: '25:00' }] },
      'workingSpans',
    ],
    [
      'a make-up day that does not exist',
      PublishCalendar,
      { ...calendar, years: [{ ...calendar.years[0], makeUpWorkdays: ['2026-02-30'] }] },
      'years',
    ],
  ])('refuses %s', (_, type, body, field) => expect(refused(type, body)).toEqual([field]));

  it('lets a role hold every permission its commands need, but for those of the system', () => {
    const held = new Set(Object.values(roles).flatMap(({ permissions }) => permissions));
    for (const type of allCommands('case')) {
      const { permission } = commandOptions(type);
      expect([permission, held.has(permission)]).toEqual([permission, permission !== 'system.act']);
    }
  });
});

describe('what a query of the case service may hold', () => {
  it('reads flags as a query string writes them', () => {
    expect(taken(ListCases, { overdue: 'false', open: 'true' })).toMatchObject({
      overdue: false,
      open: true,
    });
    expect(refused(ListCases, { overdue: 'maybe' })).toEqual(['overdue']);
  });

  it.each([
    ['a stage that is none', ListCases, { stage: 'lost' }, 'stage'],
    ['a window of three corners', ListCases, { bbox: '118,32,119' }, 'bbox'],
    ['an order that is none', ListCases, { sort: 'colour' }, 'sort'],
    ['a month that does not exist', CaseRates, { from: '2026-13' }, 'from'],
    ['a community, whose rates are not kept', CaseRates, { from: '2026-03', territory: '320113001001' }, 'territory'],
  ])('refuses %s', (_, type, body, field) => expect(refused(type, body)).toEqual([field]));
});
