import { describe, it } from '@jest/globals';
import { scenario } from '@panshi/testing';
import { caseId, course, happened, published, when } from '../../test/examples.ts';
import { at, gridCode } from '../../test/names.ts';
import { defaultCatalogue } from '../catalogue/default-catalogue.ts';
import { catalogueFold } from '../catalogue/catalogue.ts';
import { caseFold } from './case.fold.ts';
import { declineCase, fileCase, openCase } from './opening.decisions.ts';

const { given } = scenario(caseFold);
const morning = when('2026-03-02T09:00');

describe('opening', () => {
  const { openedAt: _, ...fields } = happened.opened.data as Extract<
    typeof happened.opened,
    { type: 'CaseOpened' }
  >['data'];

  it('records what the incident says', () =>
    given()
      .when(openCase, fields, { now: at('2026-03-02T08:50') })
      .then(happened.opened as never));

  it('happens once for an incident', () => given(happened.opened).when(openCase, fields).then());
});

describe('filing', () => {
  const { opened } = happened;

  it('pins edition and calendar, takes the limit from the catalogue and starts the clock', () =>
    given(opened)
      .when(fileCase, { caseId }, morning)
      .then(happened.filed as never));

  it('takes the category as the officer finds it', () =>
    given(opened)
      .when(fileCase, { caseId, categoryCode: '20103' }, morning)
      .thenLike({ type: 'CaseFiled', data: { categoryCode: '20103', limit: { kind: 'working-days', amount: 1 } } }));

  it('counts natural hours where danger is imminent', () =>
    given(opened)
      .when(fileCase, { caseId, categoryCode: '20103', urgent: true }, morning)
      .thenLike({
        type: 'CaseFiled',
        data: {
          urgent: true,
          limit: { kind: 'natural-hours', amount: 24 },
          deadline: { rule: 'ordinary', dueAt: at('2026-03-03T09:00'), warnAt: at('2026-03-03T03:00') },
        },
      }));

  it('leaves urgent what the catalogue says is always urgent', () =>
    given(opened)
      .when(fileCase, { caseId, categoryCode: '20402', urgent: false }, morning)
      .thenLike({ type: 'CaseFiled', data: { urgent: true, limit: { kind: 'natural-hours', amount: 2 } } }));

  it('is refused for a category that the edition does not have', () =>
    given(opened)
      .when(fileCase, { caseId, categoryCode: '29999' }, morning)
      .thenRejected('case.category-unknown', { category: '29999', edition: defaultCatalogue.edition }));

  it('is refused before the district has published a catalogue, or a calendar', () => {
    const only = (part: Partial<typeof published>) => ({
      ...morning,
      facts: { references: new Map([['320113', { ...catalogueFold.initial, ...part }]]) },
    });
    given(opened)
      .when(fileCase, { caseId }, { ...morning, facts: { references: new Map() } })
      .thenRejected('case.no-catalogue');
    given(opened)
      .when(fileCase, { caseId }, only({ calendars: published.calendars }))
      .thenRejected('case.no-catalogue');
    given(opened)
      .when(fileCase, { caseId }, only({ editions: published.editions }))
      .thenRejected('case.no-calendar');
  });

  it('is refused before anything published is in effect', () =>
    given(opened).when(fileCase, { caseId }, when('2026-01-04T09:00')).thenRejected('case.no-catalogue'));

  it('is refused twice, and for what was never opened', () => {
    given(...course.filed)
      .when(fileCase, { caseId }, morning)
      .thenRejected('case.wrong-stage', { stage: 'filed' });
    given().when(fileCase, { caseId }, morning).thenRejected('case.unknown');
  });

  it('may be declined, with a reason', () =>
    given(opened)
      .when(declineCase, { caseId, reason: 'unfounded', note: '现场无垃圾' }, morning)
      .then({
        type: 'CaseDeclined',
        data: { caseId, gridCode, reason: 'unfounded', declinedAt: at('2026-03-02T09:00'), note: '现场无垃圾' },
      }));

  it('is not declined once filed', () =>
    given(...course.filed)
      .when(declineCase, { caseId, reason: 'unfounded' }, morning)
      .thenRejected('case.wrong-stage'));
});
