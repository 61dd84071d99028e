import { describe, expect, it } from '@jest/globals';
import { type Hazard, hazards, type ResponseLevel, responseLevels, type WartimeDecided } from '@panshi/contracts';
import { type DecisionContext, foldAll, Rejection } from '@panshi/kernel';
import { testContext } from '@panshi/testing';
import fc from 'fast-check';
import { activateWartime } from './activate.decisions.ts';
import { approveActivation, declineActivation, enterLegalBasis } from './approve.decisions.ts';
import { changeLevel } from './change-level.decisions.ts';
import { replaceGridsInScope, widenScope } from './change-scope.decisions.ts';
import { narrowScope } from './narrow-scope.decisions.ts';
import { activeOnes } from './activation-rules.ts';
import { standDown } from './stand-down.decisions.ts';
import { recordVerbalApproval } from './verbal.decisions.ts';
import { type ActiveActivation, type Wartime, wartimeFold } from './wartime.ts';

const districtCode = '320113';
const grown = (codes: readonly string[]): readonly string[] =>
  codes.flatMap((code) => ['001', '002'].map((step) => code + step));
const streets = grown([districtCode]);
const communities = grown(streets);
const grids = grown(communities);
const regions = [districtCode, ...streets, ...communities, ...grids];
/** Every region is a place of its own too: what lies in it beside the regions named here. */
const placesOf = (scope: readonly string[]): ReadonlySet<string> =>
  new Set(regions.filter((place) => scope.some((code) => place.startsWith(code))));

const basis = { kind: 'warning', reference: '文号', issuer: '机关' } as const;
const person = fc.constantFrom('wang', 'li', 'zhao');
/** A name as often as its weight. */
const often = <Name extends string>(weights: Readonly<Record<Name, number>>): fc.Arbitrary<Name> =>
  fc.oneof(
    ...Object.entries<number>(weights).map(([name, weight]) => ({ weight, arbitrary: fc.constant(name as Name) })),
  );
const step = fc.record({
  act: often({
    activate: 4,
    approve: 6,
    verbal: 3,
    decline: 1,
    level: 6,
    widen: 6,
    narrow: 3,
    replace: 1,
    down: 2,
    law: 1,
  }),
  person,
  account: person,
  hazard: fc.constantFrom(...(Object.keys(hazards) as Hazard[])),
  level: fc.constantFrom(...(Object.keys(responseLevels) as ResponseLevel[])),
  scope: fc.uniqueArray(fc.constantFrom(...regions), { minLength: 1, maxLength: 3 }),
  pick: fc.nat(20),
  deadlineRules: fc.uniqueArray(
    fc.record({
      categoryPrefix: fc.constantFrom('', '1', '2', '101', '201', '202', '20101', '20201'),
      effect: often({ shorten: 4, pause: 2, leave: 1 }),
    }),
    { selector: ({ categoryPrefix }) => categoryPrefix, minLength: 1, maxLength: 3 },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Of components and of events, each in classes of their own. */
const catalogue = { components: ['10101', '10102', '10201'], events: ['20101', '20201'] };
const categories = Object.values(catalogue).flat();

/** Whether deadlines are paused, or shortened of all components, or of all events. */
const isBroad = (rules: ActiveActivation['deadlineRules']): boolean => {
  const shortened = (code: string): boolean =>
    rules.some(({ effect, categoryPrefix }) => effect === 'shorten' && code.startsWith(categoryPrefix));
  return (
    rules.some(({ effect }) => effect === 'pause') || Object.values(catalogue).some((kind) => kind.every(shortened))
  );
};

const decide = (wartime: Wartime, taken: Step, id: string): readonly WartimeDecided[] => {
  const { hazard, level, scope, pick, deadlineRules } = taken;
  const everywhere = { territories: [''] };
  const facts = {
    ...everywhere,
    unknownRegions: [],
    openGrids: [],
    unknownTakers: [],
    unknownPlaces: [],
    categories,
    approver: everywhere,
    workingDay: false,
  };
  const actor = { account: taken.account, person: taken.person, post: '' };
  const context = testContext({ facts, actor });
  const plain = context as unknown as DecisionContext<undefined>;
  const active = activeOnes(wartime);
  const activationId = active[pick % (active.length || 1)]?.activationId ?? 'none';
  const requestId = [...wartime.requests.keys()][pick % (wartime.requests.size || 1)] ?? 'none';
  const which = { districtCode, activationId, basis, reason: '演变' };
  switch (taken.act) {
    case 'activate': {
      const what = { activationId: id, districtCode, hazard, level, scope, basis, reason: '', initiatingUnit: '' };
      return activateWartime(wartime, { ...what, deadlineRules }, context);
    }
    case 'approve':
      return approveActivation(wartime, { districtCode, requestId }, context);
    case 'verbal': {
      const approver = ['wang', 'li', 'zhao'][pick % 3]!;
      const said = { districtCode, requestId, approver, at: context.now, channel: 'telephone' } as const;
      return recordVerbalApproval(wartime, said, context);
    }
    case 'decline':
      return declineActivation(wartime, { districtCode, requestId, reason: '' }, context);
    case 'level':
      return changeLevel(wartime, { ...which, level, requestId: id }, context);
    case 'widen':
      return widenScope(wartime, { ...which, added: scope, requestId: id }, context);
    case 'narrow':
      return narrowScope(wartime, { ...which, scope, requestId: id, openItems: [] }, context);
    case 'replace': {
      const [replaced, successors] = [[grids[pick % 8]!], [grids[(pick * 3 + 1) % 8]!]];
      return replaceGridsInScope(wartime, { districtCode, replaced, successors }, plain);
    }
    case 'down':
      return standDown(wartime, { ...which, openItems: [] }, context);
    case 'law':
      return enterLegalBasis(wartime, { districtCode, hazard, reference: '', issuer: '' }, plain);
  }
};

const attempt = (...args: Parameters<typeof decide>): readonly WartimeDecided[] => {
  try {
    return decide(...args);
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
};

const order = Object.keys(responseLevels);

/** Whether an event makes less of an activation that is at level Ⅰ or Ⅱ, or was once. */
const eases = (before: Wartime, { type, data }: WartimeDecided): boolean => {
  const was = 'activationId' in data ? before.activations.get(data.activationId) : undefined;
  if (was?.status !== 'active' || !was.grave) return false;
  if (type === 'LevelChanged') return order.indexOf(data.level) > order.indexOf(data.from);
  return type === 'WartimeStoodDown' || (type === 'ScopeChanged' && data.cause === 'narrowed');
};

/** The rule over sets of places, independent of how codes are compared. */
const lawfulTogether = (wartime: Wartime): boolean =>
  activeOnes(wartime).every((a, i, all) =>
    all.slice(i + 1).every((b) => {
      const [p, q] = [placesOf(a.scope), placesOf(b.scope)];
      if (a.hazard !== b.hazard || ![...p].some((place) => q.has(place))) return true;
      const [inner, outer] = p.size < q.size ? [a, b] : [b, a];
      const around = placesOf(outer.scope);
      const inside = p.size !== q.size && [...placesOf(inner.scope)].every((place) => around.has(place));
      return inside && order.indexOf(inner.level) < order.indexOf(outer.level);
    }),
  );

describe('any sequence of commands in wartime', () => {
  it('keeps one activation per hazard and overlapping scope, and a second person for all that is grave, wider, broad, or eases what is grave', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }), (steps) => {
        let wartime = wartimeFold.initial;
        const asked = new Map<string, { person: string; account: string }>();
        const granted = new Set<string>();
        let law = new Set<string>();
        for (const [i, taken] of steps.entries()) {
          const events = attempt(wartime, taken, `id-${i}`);
          const before = wartime;
          wartime = foldAll(wartimeFold, events, wartime);
          expect(lawfulTogether(wartime)).toBe(true);
          for (const event of events) {
            const { type, data } = event;
            seen.set(type, (seen.get(type) ?? 0) + 1);
            if ('requestedAccount' in data)
              asked.set(data.requestId, { person: data.requestedBy, account: data.requestedAccount });
            if (type === 'LegalBasisEntered') law = law.add(data.hazard);
            if (type === 'ActivationApproved') {
              expect(data.approvedBy).not.toBe(asked.get(data.requestId)?.person);
              expect(data.approvedAccount).not.toBe(asked.get(data.requestId)?.account);
            }
            if (type === 'VerbalApprovalRecorded') {
              expect(data.approver).not.toBe(asked.get(data.requestId)?.person);
              expect(data.approver).not.toBe(data.recordedBy);
            }
            const result = type === 'WartimeActivated' || type === 'LevelChanged';
            const grave = result && order.indexOf(data.level) < 2;
            const wider = type === 'ScopeChanged' && data.cause === 'widened';
            if (grave || wider || eases(before, event)) {
              expect(['ActivationApproved', 'VerbalApprovalRecorded']).toContain(events[0]?.type);
              expect(data).toHaveProperty('approvedBy');
            }
            if (type === 'WartimeActivated' && data.hazard === 'epidemic') expect(law.has('epidemic')).toBe(true);
            const rules = type === 'WartimeActivated' || type === 'DeadlineRulesChanged';
            if (rules && data.approvedBy !== undefined) granted.add(data.activationId);
          }
          for (const { activationId, deadlineRules } of activeOnes(wartime))
            if (isBroad(deadlineRules)) expect(granted).toContain(activationId);
        }
      }),
      { numRuns: 400 },
    );
    for (const type of [
      'WartimeActivated',
      'LevelChanged',
      'ScopeChanged',
      'DeadlineRulesChanged',
      'ActivationApproved',
      'VerbalApprovalRecorded',
      'WartimeStoodDown',
    ])
      expect([type, (seen.get(type) ?? 0) > 100]).toEqual([type, true]);
  });
});
