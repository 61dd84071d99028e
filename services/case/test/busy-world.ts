import { AcceptCase, DispatchCase, EvaluateCase, PublishCatalogue, ReportBack, VerifyCase } from '@panshi/contracts';
import { defaultCatalogue } from '../src/catalogue/default-catalogue.ts';
import { district, filed, report } from './district.ts';
import { command, districtCode, gridCode, handler, officer } from './names.ts';
import { Strips } from './strips.ts';
import { activate } from './wartime.ts';
import type { World } from './world.ts';

/** The service after something of every kind has happened: each of its views holds documents. */
export const busyWorld = async (): Promise<World> => {
  const world = await district();
  world.record(`community-grids-${gridCode.slice(0, 12)}`, new Strips().begun);
  await report(world, 'c-1');
  await filed(world, 'c-2');
  await filed(world, 'c-3');
  await activate(world, 'flood', [districtCode]);
  await world.execute(command(DispatchCase, { caseId: 'c-3' }), officer);
  await world.execute(command(AcceptCase, { caseId: 'c-3' }), handler);
  await world.execute(command(ReportBack, { caseId: 'c-3', result: '已办' }), handler);
  await world.execute(command(VerifyCase, { caseId: 'c-3', passed: true }), officer);
  await world.execute(command(EvaluateCase, { caseId: 'c-3', satisfaction: 4 }), officer);
  await world.execute(command(PublishCatalogue, { ...defaultCatalogue, districtCode, edition: 'next' }));
  return world;
};
