import { ApplyDeadlineModifier, type EventData, RemoveDeadlineModifier } from '@panshi/contracts';
import { issue, type Reaction, type ReactionContext } from '@panshi/read-model';
import { type ActiveWartimeDocument, activeWartime } from '../views/active-wartime.view.ts';
import type { CaseDocument } from '../views/case-board.document.ts';
import { caseBoard } from '../views/case-board.view.ts';
import { covers, effectOn } from './deadline-plan.ts';

type Changes = readonly Reaction<ApplyDeadlineModifier | RemoveDeadlineModifier>[];

/** What a plan's rules look at in a case. */
type Subject = Pick<CaseDocument, 'caseId' | 'gridCode' | 'categoryCode'>;

/** Applies the activation's plan to all filed, open cases in these regions; to none where the activation has ended. */
export const applied = async (
  activationId: string,
  places: readonly string[],
  context: ReactionContext,
): Promise<Changes> => {
  const wartime = await context.get(activeWartime, activationId);
  if (!wartime) return [];
  const inPlace = (place: string): Promise<readonly Changes[]> => {
    const filter = { open: true, filedAt: { $exists: true }, gridCode: { $prefix: place } };
    return Array.fromAsync(context.all(caseBoard, filter), (subject) => apply(subject, wartime));
  };
  return (await Array.fromAsync(places, inPlace)).flat(2);
};

/** Applies the plans of all running activations to one case. */
export const ofAllActive = async (subject: Subject, context: ReactionContext): Promise<Changes> => {
  const active = context.all(activeWartime, { districtCode: subject.gridCode.slice(0, 6) });
  return (await Array.fromAsync(active, (wartime) => apply(subject, wartime))).flat();
};

/**
 * Modifiers of a case that moved to another grid. Those of activations in its new grid are applied. Those it has stay,
 * because its location remains in scope when a grid is replaced; only a redrawn border may have put it outside a scope,
 * and that activation's modifier is removed.
 */
export const ofMoved = async (
  { caseId, gridCode, cause }: EventData['CaseMovedToGrid'],
  context: ReactionContext,
): Promise<Changes> => {
  const subject = await context.get(caseBoard, caseId);
  if (!subject?.open || !subject.filedAt) return [];
  const reactions = [...(await ofAllActive({ ...subject, gridCode }, context))];
  for (const activationId of cause === 'redrawn' ? subject.modifiers : []) {
    const wartime = await context.get(activeWartime, activationId);
    if (wartime && !covers(wartime.scope, gridCode)) reactions.push(remove(caseId, activationId));
  }
  return reactions;
};

/**
 * Modifiers of a case that goes on after it was a duplicate, which changed nothing in them: those of activations that
 * began meanwhile are applied, those of activations that ended, or left its grid, are removed.
 */
export const ofUnlinked = async (caseId: string, context: ReactionContext): Promise<Changes> => {
  const subject = await context.get(caseBoard, caseId);
  if (!subject?.open || !subject.filedAt) return [];
  const reactions = [...(await ofAllActive(subject, context))];
  for (const activationId of subject.modifiers) {
    const wartime = await context.get(activeWartime, activationId);
    if (!wartime || !covers(wartime.scope, subject.gridCode)) reactions.push(remove(caseId, activationId));
  }
  return reactions;
};

/** Removes an activation's modifier from the open cases that have it and are picked by `from`. */
export const taken = async (
  activationId: string,
  context: ReactionContext,
  from: (subject: CaseDocument) => boolean,
): Promise<Changes> => {
  const modified = await Array.fromAsync(context.all(caseBoard, { open: true, modifiers: activationId }));
  return modified.filter(from).map(({ caseId }) => remove(caseId, activationId));
};

const apply = (
  { caseId, gridCode, categoryCode }: Subject,
  { _id: activationId, scope, rules }: ActiveWartimeDocument,
): Changes => {
  const effect = covers(scope, gridCode) ? effectOn(categoryCode, rules) : undefined;
  if (!effect) return [];
  return [issue(ApplyDeadlineModifier, { caseId, activationId, ...effect }, `${caseId} ${activationId}`)];
};

/** Takes one modifier away. */
export const remove = (caseId: string, activationId: string): Reaction<RemoveDeadlineModifier> =>
  issue(RemoveDeadlineModifier, { caseId, activationId }, `${caseId} ${activationId}`);
