import * as commands from '@panshi/contracts';
import { defineAggregate, type Lookup } from '@panshi/service-kit';
import { accountsModel } from '../models/accounts.model.ts';
import { referencesModel } from '../models/references.model.ts';
import { caseBoard } from '../views/case-board.view.ts';
import { caseFold } from './case.fold.ts';
import * as closing from './closing.decisions.ts';
import * as ending from './ending.decisions.ts';
import * as extension from './extension.decisions.ts';
import type { References } from './references.ts';
import * as handling from './handling.decisions.ts';
import * as modifiers from './modifier.decisions.ts';
import { moveCaseToGrid } from './moving.decisions.ts';
import * as opening from './opening.decisions.ts';
import * as suspension from './suspension.decisions.ts';
import * as timers from './timer.decisions.ts';
import type { Handler } from './unit.ts';

const facts = (_: object, lookup: Lookup): References => ({ references: lookup.model(referencesModel) });

const handler = (_: object, { principal }: Lookup): Handler => ({
  handlesFor: commands.ownUnits(principal, 'case.handle'),
});

/** By whatever account of theirs: a second one is no way round the rule. */
const judge = (_: object, { model, principal }: Lookup): Handler => {
  const accounts = model(accountsModel).ofPerson(principal.actor.person).map(commands.principalOf);
  return { handlesFor: [principal, ...accounts].flatMap((each) => commands.ownUnits(each, 'case.handle')) };
};

const verifier = (command: object, lookup: Lookup): References & Handler => ({
  ...facts(command, lookup),
  ...judge(command, lookup),
});

const firstCase = async (
  { duplicateOf }: commands.LinkDuplicateCase,
  { views, principal }: Lookup,
): Promise<ending.FirstCase> => ({
  first: await views.of(caseBoard).get(duplicateOf),
  vouched: principal.system === true,
});

export const caseAggregate = defineAggregate({
  stream: commands.caseStream,
  fold: caseFold,
  territory: (state) => (state.stage === 'none' ? undefined : state.gridCode),
  regions: (_, { type, data }) => (type === 'CaseMovedToGrid' ? [data.fromGrid, data.gridCode] : [data.gridCode]),
  views: [caseBoard],
  commands: (on) => [
    on(commands.OpenCase, { decide: opening.openCase }),
    on(commands.FileCase, { decide: opening.fileCase, facts }),
    on(commands.DeclineCase, { decide: opening.declineCase }),
    on(commands.DispatchCase, { decide: handling.dispatchCase, facts }),
    on(commands.AcceptCase, { decide: handling.acceptCase, facts: handler }),
    on(commands.ReturnCase, { decide: handling.returnCase, facts: handler }),
    on(commands.ReportBack, { decide: handling.reportBack, facts: handler }),
    on(commands.VerifyCase, { decide: closing.verifyCase, facts: verifier }),
    on(commands.EvaluateCase, { decide: closing.evaluateCase, facts: judge }),
    on(commands.ReopenCase, { decide: closing.reopenCase, facts }),
    on(commands.WithdrawCase, { decide: ending.withdrawCase }),
    on(commands.LinkDuplicateCase, { decide: ending.linkDuplicateCase, facts: firstCase }),
    on(commands.UnlinkDuplicateCase, { decide: ending.unlinkDuplicateCase }),
    on(commands.MoveDuplicateCase, { decide: ending.moveDuplicateCase }),
    on(commands.RequestExtension, { decide: extension.requestExtension, facts: handler }),
    on(commands.GrantExtension, { decide: extension.grantExtension, facts }),
    on(commands.RefuseExtension, { decide: extension.refuseExtension }),
    on(commands.SuspendCase, { decide: suspension.suspendCase, facts }),
    on(commands.ResumeCase, { decide: suspension.resumeCase, facts }),
    on(commands.SuperviseCase, { decide: suspension.superviseCase }),
    on(commands.ApplyDeadlineModifier, { decide: modifiers.applyDeadlineModifier, facts }),
    on(commands.RemoveDeadlineModifier, { decide: modifiers.removeDeadlineModifier, facts }),
    on(commands.MoveCaseToGrid, { decide: moveCaseToGrid }),
    on(commands.MarkWarning, { decide: timers.markWarning }),
    on(commands.MarkOverdue, { decide: timers.markOverdue, facts }),
    on(commands.EscalateCase, { decide: timers.escalateCase, facts }),
  ],
});
