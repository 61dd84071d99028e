import {
  ActivateWartime,
  ApproveActivation,
  ChangeLevel,
  DeclineActivation,
  EnterLegalBasis,
  LapseRequest,
  NarrowScope,
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
import { activateWartime } from './activate.decisions.ts';
import { approveActivation, declineActivation, enterLegalBasis, lapseRequest } from './approve.decisions.ts';
import { changeLevel } from './change-level.decisions.ts';
import { narrowScope, replaceGridsInScope, widenScope } from './change-scope.decisions.ts';
import { concerned } from './concerned.ts';
import type { OpenFacts } from './open-items.ts';
import type { Authority } from './activation-rules.ts';
import { standDown } from './stand-down.decisions.ts';
import { wartimeFold } from './wartime.ts';

const stream = wartimeStream.of;

/** Where the actor may: the decision compares it with the whole scope, which no one field of a command names. */
const where = (permission: Permission, { principal }: Lookup): Authority => ({
  territories: territoriesOf(principal, permission),
});

const scopeFacts = (regions: readonly string[], lookup: Lookup) => ({
  ...where('wartime.activate', lookup),
  unknownRegions: regions.filter((region) => !lookup.model(gridMapModel).holds(region)),
});

const openFacts = async (activationId: string, lookup: Lookup): Promise<OpenFacts> => ({
  ...where('wartime.activate', lookup),
  openGrids: await openGrids(lookup.views, activationId),
});

export const wartimeAggregate = defineAggregate({
  stream: wartimeStream,
  fold: wartimeFold,
  regions: concerned,
  views: [mobilisations],
  commands: (on) => [
    on(ActivateWartime, {
      stream,
      facts: ({ scope }, lookup) => scopeFacts(scope, lookup),
      decide: activateWartime,
    }),
    on(WidenScope, { stream, facts: ({ added }, lookup) => scopeFacts(added, lookup), decide: widenScope }),
    on(NarrowScope, {
      stream,
      facts: ({ activationId }, lookup) => openFacts(activationId, lookup),
      decide: narrowScope,
    }),
    on(StandDown, { stream, facts: ({ activationId }, lookup) => openFacts(activationId, lookup), decide: standDown }),
    on(ChangeLevel, { stream, facts: (_, lookup) => where('wartime.activate', lookup), decide: changeLevel }),
    on(ApproveActivation, {
      stream,
      facts: (_, lookup) => where('wartime.approve', lookup),
      decide: approveActivation,
    }),
    on(DeclineActivation, {
      stream,
      facts: (_, lookup) => where('wartime.approve', lookup),
      decide: declineActivation,
    }),
    on(EnterLegalBasis, { stream, decide: enterLegalBasis }),
    on(LapseRequest, { stream, decide: lapseRequest }),
    on(ReplaceGridsInScope, { stream, decide: replaceGridsInScope }),
  ],
});
