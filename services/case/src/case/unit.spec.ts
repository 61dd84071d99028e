import { beforeEach, describe, expect, it } from '@jest/globals';
import { AcceptCase, DispatchCase, EvaluateCase, type Principal, ReportBack, VerifyCase } from '@panshi/contracts';
import { district, filed } from '../../test/district.ts';
import { command, districtCode, gridCode, handler, officer } from '../../test/names.ts';
import type { World } from '../../test/world.ts';

const caseId = 'c-1';
const otherUnit = { code: 'case.other-unit' };

describe('whose a case is', () => {
  let world: World;
  const does = (by: typeof officer | Principal, type: new () => object, fields: object = {}) =>
    world.execute(command(type, { caseId, ...fields }), by);
  const granted = (over: object): Principal => ({
    actor: officer,
    grants: [{ role: 'handler', territory: districtCode, permissions: ['case.handle'], ...over }],
  });
  beforeEach(async () => {
    world = await district();
    await filed(world, caseId);
  });

  it('follows from the grants: those of its unit, where they are held', async () => {
    await does(officer, DispatchCase);
    for (const over of [{}, { unit: 'WATER' }, { unit: 'URBAN', territory: '320113002' }, { territory: gridCode }])
      await expect(does(granted(over), AcceptCase)).rejects.toMatchObject(otherUnit);
    const reader = granted({ unit: 'URBAN', permissions: ['case.read'] });
    await expect(does(reader, AcceptCase)).rejects.toMatchObject(otherUnit);
    await does(granted({ unit: 'URBAN', territory: '320113001' }), AcceptCase);
  });

  it('is the grid leader’s where it was dispatched to the grid', async () => {
    await does(officer, DispatchCase, { unit: gridCode });
    await expect(does(handler, AcceptCase)).rejects.toMatchObject(otherUnit);
    await expect(does(granted({ territory: gridCode.slice(0, 12) }), AcceptCase)).rejects.toMatchObject(otherUnit);
    await does(granted({ territory: gridCode }), AcceptCase);
  });

  it('is neither verified nor evaluated by who handles cases for it through another account', async () => {
    await does(officer, DispatchCase);
    await does(handler, AcceptCase);
    await does(handler, ReportBack, { result: '已清运' });
    const account = { username: 'second-1', personId: officer.person };
    const opened = { ...account, post: '经办岗', regionCode: districtCode };
    world.record('account-second-1', { type: 'AccountOpened', data: opened });
    const grant = { ...account, role: 'department-handler', territory: districtCode, unit: 'URBAN' };
    world.record('account-second-1', { type: 'RoleGranted', data: grant });
    const ownUnit = { code: 'case.verified-by-own-unit', params: { unit: 'URBAN' } };
    await expect(does(officer, VerifyCase, { passed: true })).rejects.toMatchObject(ownUnit);
    world.record('account-second-1', { type: 'RoleRevoked', data: grant });
    await does(officer, VerifyCase, { passed: true });
    world.record('account-second-1', { type: 'RoleGranted', data: grant });
    const evaluation = does(officer, EvaluateCase, { satisfaction: 5 });
    await expect(evaluation).rejects.toMatchObject({ ...ownUnit, code: 'case.evaluated-by-own-unit' });
    world.record('account-second-1', { type: 'RoleRevoked', data: grant });
    await does(officer, EvaluateCase, { satisfaction: 5 });
  });
});
