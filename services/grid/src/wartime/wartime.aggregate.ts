import {
  ActivateWartime,
  ApproveActivation,
  ChangeLevel,
  DeclineActivation,
  EnterLegalBasis,
  LapseRequest,
  NarrowScope,
  type OneActivation,
  type Permission,
  ReplaceGridsInScope,
  StandDown,
  territoriesOf,
  wartimeStream,
  WidenScope,
} from '@panshi/contracts';
import { defineAggregate, type Lookup } from '@panshi/service-kit';
import { gridMapModel } from '../models/grid-map.model.ts';
import { mobilisations } from '../views/mobilisations.view.ts';
import { openGrids } from '../views/open-grids.ts';
import { wartimeBoard } from '../views/wartime-board.view.ts';
import { activateWartime, type ScopeFacts } from './activate.decisions.ts';
import { approveActivation, declineActivation, enterLegalBasis, lapseRequest } from './approve.decisions.ts';
import { changeLevel } from './change-level.decisions.ts';
import { narrowScope, replaceGridsInScope, widenScope } from './change-scope.decisions.ts';
import { concerned } from './concerned.ts';
import type { OpenFacts } from './open-items.ts';
import type { Authority } from './activation-rules.ts';
import { standDown } from './stand-down.decisions.ts';
import { wartimeFold } from './wartime.ts';

/** Where the actor may: the decision compares it with the whole scope, which no one field of a command names. */
const where =
  (permission: Permission) =>
  (_: object, { principal }: Lookup): Authority => ({ territories: territoriesOf(principal, permission) });

const activating = where('wartime.activate');
const approving = where('wartime.approve');

const scopeFacts = (command: object, regions: readonly string[], lookup: Lookup): ScopeFacts => ({
  ...activating(command, lookup),
  unknownRegions: regions.filter((region) => !lookup.model(gridMapModel).holds(region)),
});

const open = (districtCode: string, activationId: string | undefined, { model, views }: Lookup) =>
  openGrids(model(gridMapModel).codesIn(districtCode), activationId, views);

const openFacts = async (command: OneActivation, lookup: Lookup): Promise<OpenFacts> => ({
  ...activating(command, lookup),
  openGrids: await open(command.districtCode, command.activationId, lookup),
});

/** The activation that a request is about, from the board: where that is behind, nobody counts as checked in. */
const requestFacts = async (command: ApproveActivation, lookup: Lookup): Promise<OpenFacts> => {
  const { districtCode, requestId } = command;
  const { items } = await lookup.views.of(wartimeBoard).find({ filter: { districtCode, state: 'active' }, limit: 200 });
  const asked = items.find(({ requests }) => requests.some((request) => request.requestId === requestId));
  return { ...approving(command, lookup), openGrids: await open(districtCode, asked?._id, lookup) };
};

export const wartimeAggregate = defineAggregate({
  stream: wartimeStream,
  fold: wartimeFold,
  regions: concerned,
  views: [mobilisations, wartimeBoard],
  commands: (on) => [
    on(ActivateWartime, {
      facts: (command, lookup) => scopeFacts(command, command.scope, lookup),
      decide: activateWartime,
    }),
    on(WidenScope, { facts: (command, lookup) => scopeFacts(command, command.added, lookup), decide: widenScope }),
    on(NarrowScope, { facts: openFacts, decide: narrowScope }),
    on(StandDown, { facts: openFacts, decide: standDown }),
    on(ChangeLevel, { facts: activating, decide: changeLevel }),
    on(ApproveActivation, { facts: requestFacts, decide: approveActivation }),
    on(DeclineActivation, { facts: approving, decide: declineActivation }),
    on(EnterLegalBasis, { decide: enterLegalBasis }),
    on(LapseRequest, { decide: lapseRequest }),
    on(ReplaceGridsInScope, { decide: replaceGridsInScope }),
  ],
});
