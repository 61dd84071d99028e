import { ApplyDeadlineModifier, type EventData, RemoveDeadlineModifier } from '@panshi/contracts';
import type { Reaction, ReactionContext } from '@panshi/read-model';
import { type ActiveWartimeDocument, activeWartime } from '../views/active-wartime.view.ts';
import type { CaseDocument } from '../views/case-board.document.ts';
import { caseBoard } from '../views/case-board.view.ts';
import { covers, effectOn } from './deadline-plan.ts';

/** A case as a plan looks at it. */
interface Subject {
  readonly caseId: string;
  readonly gridCode: string;
  readonly categoryCode: string;
}

/** The filed, open cases in the places, as the activation's plan has it; none when it is over already. */
export const applied = async (
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

/** What all activations that are on do to one case. */
export const ofAllActive = async (subject: Subject, context: ReactionContext): Promise<readonly Reaction[]> => {
  const reactions: Reaction[] = [];
  const districtCode = subject.gridCode.slice(0, 6);
  for await (const wartime of context.all(activeWartime, { districtCode })) reactions.push(...apply(subject, wartime));
  return reactions;
};

/**
 * What a case that came to another grid takes on there. What it carries stays with it, for the ground it lies on stays in
 * scope when its grid is replaced; only where a border moved over it, it may have left a scope.
 */
export const ofMoved = async (
  { caseId, gridCode, cause }: EventData['CaseMovedToGrid'],
  context: ReactionContext,
): Promise<readonly Reaction[]> => {
  const subject = await context.get(caseBoard, caseId);
  if (!subject?.open || !subject.filedAt) return [];
  const reactions = [...(await ofAllActive({ ...subject, gridCode }, context))];
  for (const activationId of cause === 'redrawn' ? subject.modifiers : []) {
    const wartime = await context.get(activeWartime, activationId);
    if (wartime && !covers(wartime.scope, gridCode)) reactions.push(remove(caseId, activationId));
  }
  return reactions;
};

/** Takes an activation's modifier from those of the cases that carry it. */
export const taken = async (
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

/** Takes one modifier away. */
export const remove = (caseId: string, activationId: string): Reaction => ({
  command: Object.assign(new RemoveDeadlineModifier(), { caseId, activationId }),
  key: `${caseId} ${activationId}`,
});
