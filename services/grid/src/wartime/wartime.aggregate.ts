import {
  ActivateWartime,
  ApproveActivation,
  ChangeLevel,
  ConfirmVerbalApproval,
  DeclineActivation,
  DenyVerbalApproval,
  EnterLegalBasis,
  LapseRequest,
  MarkVerbalOverdue,
  NarrowScope,
  type Permission,
  principalOf,
  RecordVerbalApproval,
  ReplaceGridsInScope,
  StandDown,
  territoriesOf,
  wartimeStream,
  WidenScope,
} from '@panshi/contracts';
import { defineAggregate, type Lookup } from '@panshi/service-kit';
import { accountsModel } from '../models/accounts.model.ts';
import { calendarsModel } from '../models/calendars.model.ts';
import { cataloguesModel } from '../models/catalogues.model.ts';
import { gridMapModel } from '../models/grid-map.model.ts';
import { peopleModel } from '../models/people.model.ts';
import { mobilisations } from '../views/mobilisations.view.ts';
import { openGrids } from '../views/open-grids.ts';
import { wartimeRequests } from '../views/wartime-requests.view.ts';
import { activateWartime, type ActivationFacts, type ScopeFacts } from './activate.decisions.ts';
import { approveActivation, declineActivation, enterLegalBasis, lapseRequest } from './approve.decisions.ts';
import { changeLevel } from './change-level.decisions.ts';
import { replaceGridsInScope, widenScope } from './change-scope.decisions.ts';
import { concerned } from './concerned.ts';
import { narrowScope } from './narrow-scope.decisions.ts';
import type { HandoverFacts, OpenFacts } from './open-items.ts';
import type { Authority } from './activation-rules.ts';
import { covers } from './scope.ts';
import { standDown } from './stand-down.decisions.ts';
import {
  confirmVerbalApproval,
  denyVerbalApproval,
  markVerbalOverdue,
  recordVerbalApproval,
} from './verbal.decisions.ts';
import type { VerbalFacts } from './verbal-rules.ts';
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

const activationFacts = (
  command: { readonly districtCode: string },
  scope: readonly string[],
  lookup: Lookup,
): ActivationFacts => ({
  ...scopeFacts(command, scope, lookup),
  categories: lookup.model(cataloguesModel).categories(command.districtCode, lookup.now),
});

const open = (districtCode: string, activationId: string | undefined, { model, views }: Lookup) =>
  openGrids(model(gridMapModel).codesIn(districtCode), activationId, views);

/** Whether a code or id is that of a unit of the district, of a region of it with grids, or of a person. */
const isKnown = (taker: string, districtCode: string, { model, now }: Lookup): boolean =>
  model(cataloguesModel).hasUnit(taker, districtCode, now) ||
  (covers([districtCode], taker) && model(gridMapModel).holds(taker)) ||
  model(peopleModel).knows(taker);

const handoverFacts = async (command: StandDown | NarrowScope, lookup: Lookup): Promise<HandoverFacts> => ({
  ...activating(command, lookup),
  openGrids: await open(command.districtCode, command.activationId, lookup),
  unknownPlaces: command.openItems.map(({ id }) => id).filter((id) => !lookup.model(gridMapModel).everHeld(id)),
  unknownTakers: command.openItems
    .map(({ handedTo }) => handedTo)
    .filter((taker) => !isKnown(taker, command.districtCode, lookup)),
});

/** Of the activation that a request is about, from its view: where that is behind, nobody counts as checked in. */
const openToRequest = async ({ districtCode, requestId }: ApproveActivation, lookup: Lookup) => {
  const asked = await lookup.views.of(wartimeRequests).get(requestId);
  return open(districtCode, asked?.activationId, lookup);
};

const requestFacts = async (command: ApproveActivation, lookup: Lookup): Promise<OpenFacts> => ({
  ...approving(command, lookup),
  openGrids: await openToRequest(command, lookup),
});

const verbalFacts = async (command: RecordVerbalApproval, lookup: Lookup): Promise<VerbalFacts> => {
  const accounts = lookup.model(accountsModel).ofPerson(command.approver);
  const territories = accounts.flatMap((account) => territoriesOf(principalOf(account), 'wartime.approve'));
  return {
    ...activationFacts(command, command.request?.scope ?? [], lookup),
    approver: { territories },
    workingDay: lookup.model(calendarsModel).isWorkingDay(command.districtCode, lookup.now),
    openGrids: await openToRequest(command, lookup),
  };
};

export const wartimeAggregate = defineAggregate({
  stream: wartimeStream,
  fold: wartimeFold,
  regions: concerned,
  views: [mobilisations, wartimeRequests],
  commands: (on) => [
    on(ActivateWartime, {
      facts: (command, lookup) => activationFacts(command, command.scope, lookup),
      decide: activateWartime,
    }),
    on(WidenScope, { facts: (command, lookup) => scopeFacts(command, command.added, lookup), decide: widenScope }),
    on(NarrowScope, { facts: handoverFacts, decide: narrowScope }),
    on(StandDown, { facts: handoverFacts, decide: standDown }),
    on(ChangeLevel, { facts: activating, decide: changeLevel }),
    on(ApproveActivation, { facts: requestFacts, decide: approveActivation }),
    on(DeclineActivation, { facts: approving, decide: declineActivation }),
    on(RecordVerbalApproval, { facts: verbalFacts, decide: recordVerbalApproval }),
    on(ConfirmVerbalApproval, { decide: confirmVerbalApproval }),
    on(DenyVerbalApproval, { decide: denyVerbalApproval }),
    on(MarkVerbalOverdue, { decide: markVerbalOverdue }),
    on(EnterLegalBasis, { decide: enterLegalBasis }),
    on(LapseRequest, { decide: lapseRequest }),
    on(ReplaceGridsInScope, { decide: replaceGridsInScope }),
  ],
});
