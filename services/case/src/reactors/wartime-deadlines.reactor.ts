import { ApplyDeadlineModifier, RemoveDeadlineModifier } from '@panshi/contracts';
import { defineReactor, type Reaction, type ReactionContext } from '@panshi/read-model';
import { type ActiveWartimeDocument, activeWartime } from '../views/active-wartime.view.ts';
import { caseBoard, type CaseDocument } from '../views/case-board.view.ts';
import { covers, effectOn } from './deadline-plan.ts';

/**
 * Applies what an activation's plan says to the deadlines of cases in its scope, and takes away what it applied.
 * One reactor for all of it, so that a stand-down is never overtaken. Commands it issued may be recorded after the very
 * stand-down: hence it looks at each modifier once more when that is recorded.
 */
export const wartimeDeadlines = defineReactor({
  name: 'wartime-deadlines',
  from: [
    'WartimeActivated',
    'ScopeChanged',
    'WartimeStoodDown',
    'CaseFiled',
    'CaseReopened',
    'DeadlineModifierApplied',
  ],
  views: [caseBoard, activeWartime],
  async react({ type, data }, context) {
    switch (type) {
      case 'WartimeActivated':
        return applied(data.activationId, data.scope, context);
      case 'ScopeChanged': {
        const removed = data.cause === 'grids-replaced' ? [] : data.removed;
        return [
          ...(await applied(data.activationId, data.added, context)),
          ...(await taken(data.activationId, context, ({ gridCode }) => covers(removed, gridCode))),
        ];
      }
      case 'WartimeStoodDown':
        return taken(data.activationId, context, () => true);
      case 'CaseFiled':
      case 'CaseReopened':
        return ofAllActive(data, context);
      default: {
        const wartime = await context.get(activeWartime, data.activationId);
        return wartime && covers(wartime.scope, data.gridCode) ? [] : [remove(data.caseId, data.activationId)];
      }
    }
  },
});

interface Subject {
  readonly caseId: string;
  readonly gridCode: string;
  readonly categoryCode: string;
}

/** The filed, open cases in the places, as the activation's plan has it; none when it is over already. */
const applied = async (
  activationId: string,
  places: readonly string[],
  context: ReactionContext,
): Promise<readonly Reaction[]> => {
  const wartime = await context.get(activeWartime, activationId);
  const reactions: Reaction[] = [];
  for (const place of wartime ? places : []) {
    const filter = { open: true, filedAt: { $exists: true }, gridCode: { $prefix: place } };
    for await (const subject of context.all(caseBoard, filter)) reactions.push(...apply(subject, wartime!));
  }
  return reactions;
};

const ofAllActive = async (subject: Subject, context: ReactionContext): Promise<readonly Reaction[]> => {
  const reactions: Reaction[] = [];
  const districtCode = subject.gridCode.slice(0, 6);
  for await (const wartime of context.all(activeWartime, { districtCode })) reactions.push(...apply(subject, wartime));
  return reactions;
};

const taken = async (
  activationId: string,
  context: ReactionContext,
  from: (subject: CaseDocument) => boolean,
): Promise<readonly Reaction[]> => {
  const reactions: Reaction[] = [];
  for await (const subject of context.all(caseBoard, { open: true, modifiers: activationId })) {
    if (from(subject)) reactions.push(remove(subject.caseId, activationId));
  }
  return reactions;
};

const apply = (
  { caseId, gridCode, categoryCode }: Subject,
  { _id: activationId, scope, rules }: ActiveWartimeDocument,
): readonly Reaction[] => {
  const effect = covers(scope, gridCode) ? effectOn(categoryCode, rules) : undefined;
  if (!effect) return [];
  const command = Object.assign(new ApplyDeadlineModifier(), { caseId, activationId, ...effect });
  return [{ command, key: `${caseId} ${activationId}` }];
};

const remove = (caseId: string, activationId: string): Reaction => ({
  command: Object.assign(new RemoveDeadlineModifier(), { caseId, activationId }),
  key: `${caseId} ${activationId}`,
});
