import * as commands from '@panshi/contracts';
import { defineAggregate, type Lookup } from '@panshi/service-kit';
import { referencesModel } from '../models/references.model.ts';
import { caseBoard } from '../views/case-board.view.ts';
import { caseFold } from './case.fold.ts';
import * as closing from './closing.decisions.ts';
import { type FirstCase, linkDuplicateCase, withdrawCase } from './ending.decisions.ts';
import * as extension from './extension.decisions.ts';
import type { References } from './references.ts';
import * as handling from './handling.decisions.ts';
import * as modifiers from './modifier.decisions.ts';
import { moveCaseToGrid } from './moving.decisions.ts';
import * as opening from './opening.decisions.ts';
import * as suspension from './suspension.decisions.ts';
import * as timers from './timer.decisions.ts';

const stream = commands.caseStream.of;
const facts = (_: object, lookup: Lookup): References => ({ references: lookup.model(referencesModel) });

const firstCase = async (
  { duplicateOf }: commands.LinkDuplicateCase,
  { views, principal }: Lookup,
): Promise<FirstCase> => ({
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
    on(commands.OpenCase, { stream, decide: opening.openCase }),
    on(commands.FileCase, { stream, decide: opening.fileCase, facts }),
    on(commands.DeclineCase, { stream, decide: opening.declineCase }),
    on(commands.DispatchCase, { stream, decide: handling.dispatchCase, facts }),
    on(commands.AcceptCase, { stream, decide: handling.acceptCase }),
    on(commands.ReturnCase, { stream, decide: handling.returnCase }),
    on(commands.ReportBack, { stream, decide: handling.reportBack }),
    on(commands.VerifyCase, { stream, decide: closing.verifyCase, facts }),
    on(commands.EvaluateCase, { stream, decide: closing.evaluateCase }),
    on(commands.ReopenCase, { stream, decide: closing.reopenCase, facts }),
    on(commands.WithdrawCase, { stream, decide: withdrawCase }),
    on(commands.LinkDuplicateCase, { stream, decide: linkDuplicateCase, facts: firstCase }),
    on(commands.RequestExtension, { stream, decide: extension.requestExtension }),
    on(commands.GrantExtension, { stream, decide: extension.grantExtension, facts }),
    on(commands.RefuseExtension, { stream, decide: extension.refuseExtension }),
    on(commands.SuspendCase, { stream, decide: suspension.suspendCase, facts }),
    on(commands.ResumeCase, { stream, decide: suspension.resumeCase, facts }),
    on(commands.SuperviseCase, { stream, decide: suspension.superviseCase }),
    on(commands.ApplyDeadlineModifier, { stream, decide: modifiers.applyDeadlineModifier, facts }),
    on(commands.RemoveDeadlineModifier, { stream, decide: modifiers.removeDeadlineModifier, facts }),
    on(commands.MoveCaseToGrid, { stream, decide: moveCaseToGrid }),
    on(commands.MarkWarning, { stream, decide: timers.markWarning }),
    on(commands.MarkOverdue, { stream, decide: timers.markOverdue, facts }),
    on(commands.EscalateCase, { stream, decide: timers.escalateCase, facts }),
  ],
});
