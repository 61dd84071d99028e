import { describe, it } from '@jest/globals';
import type { ActivateWartime, WartimeDecided } from '@panshi/contracts';
import {
  activated,
  asLi,
  asWang,
  basis,
  command,
  districtCode,
  facts,
  now,
  other,
  street,
  wartime,
} from '../../test/wartime.ts';
import { activateWartime } from './activate.decisions.ts';
import { approveActivation } from './approve.decisions.ts';

describe('rules that pause deadlines, or shorten them broadly', () => {
  const shorten = (categoryPrefix: string) => ({ categoryPrefix, effect: 'shorten', hours: 4 }) as const;
  const shortened = shorten('204');
  const paused = { categoryPrefix: '203', effect: 'pause' } as const;
  const all = { categoryPrefix: '', effect: 'shorten', hours: 24 } as const;

  const activating = (level: 'III' | 'IV', deadlineRules: ActivateWartime['deadlineRules'], catalogue = {}) =>
    wartime
      .given()
      .when(activateWartime, { ...command, level, deadlineRules }, { ...asWang, facts: { ...facts, ...catalogue } });

  it.each([
    ['pauses', paused],
    ['shortens every category', all],
    ['shortens all components', shorten('1')],
    ['shortens all events', shorten('2')],
    ['shortens the only class of components', shorten('101')],
  ])('of level Ⅲ wait for a second person: one that %s', (_, sweeping) => {
    const deadlineRules = [shortened, sweeping];
    activating('III', deadlineRules).thenLike(activated({ deadlineRules: [shortened] }) as never, {
      type: 'DeadlineRulesRequested',
      data: { activationId: 'flood', scope: [street], deadlineRules, requestedBy: 'wang' },
    });
  });

  it.each([
    ['all components and all events', [shorten('1'), shorten('2')], []],
    ['each class of events by its name', [shorten('203'), shorten('204'), shorten('10101')], [shorten('10101')]],
    ['each category of events by its name', [shorten('203'), shorten('20401'), shorten('20402')], []],
  ])('wait where together they shorten %s', (_, deadlineRules, atOnce) =>
    activating('IV', deadlineRules).thenLike(
      { type: 'WartimeActivated', data: { deadlineRules: atOnce } },
      { type: 'DeadlineRulesRequested', data: { deadlineRules } },
    ),
  );

  it('wait where they do so together with those in force for another hazard in the same place, and there alone', () => {
    const deadlineRules = [shorten('203')];
    const beside = (scope: string) =>
      wartime
        .given(activated({ hazard: 'other', activationId: 'first', scope: [scope] }))
        .when(activateWartime, { ...command, level: 'IV', deadlineRules }, asWang);
    beside(districtCode).thenLike(
      { type: 'WartimeActivated', data: { deadlineRules: [] } },
      { type: 'DeadlineRulesRequested', data: { deadlineRules } },
    );
    beside(other).thenLike({ type: 'WartimeActivated', data: { deadlineRules } });
  });

  it('are none of those that name classes and categories, and leave others', () => {
    const deadlineRules = [shortened, shorten('10101'), { categoryPrefix: '203', effect: 'leave' } as const];
    activating('IV', deadlineRules).thenLike({ type: 'WartimeActivated', data: { deadlineRules } });
  });

  it('are told by their prefixes alone where no catalogue is in force', () => {
    const deadlineRules = [shorten('101'), shorten('2')];
    activating('IV', deadlineRules, { categories: [] }).thenLike(
      { type: 'WartimeActivated', data: { deadlineRules: [shorten('101')] } },
      { type: 'DeadlineRulesRequested', data: { deadlineRules } },
    );
  });

  const asked: WartimeDecided = {
    type: 'DeadlineRulesRequested',
    data: {
      requestId: 'rules',
      activationId: 'flood',
      districtCode,
      scope: [street],
      deadlineRules: [shortened, paused],
      basis,
      reason: '暴雨预警',
      requestedBy: 'wang',
      requestedAccount: 'account-wang',
      requestedAt: now,
      expiresAt: '2026-07-02T01:00:00.000Z',
    },
  };

  it('are in force when another person approves, and not before', () => {
    const approve = { districtCode, requestId: 'rules' };
    wartime.given(activated(), asked).when(approveActivation, approve, asWang).thenRejected('wartime.own-request');
    wartime
      .given(activated(), asked)
      .when(approveActivation, approve, asLi)
      .thenLike(
        { type: 'ActivationApproved', data: { kind: 'rules', approvedBy: 'li' } },
        { type: 'DeadlineRulesChanged', data: { deadlineRules: [shortened, paused], approvedBy: 'li' } },
      );
  });

  it('are approved with the activation itself at level Ⅱ', () =>
    wartime
      .given()
      .when(activateWartime, { ...command, level: 'II', deadlineRules: [all] }, asWang)
      .thenLike({ type: 'ActivationRequested', data: { deadlineRules: [all] } }));
});
