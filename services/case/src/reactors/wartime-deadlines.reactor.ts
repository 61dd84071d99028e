import { ApplyDeadlineModifier, RemoveDeadlineModifier } from '@panshi/contracts';
import { defineReactor } from '@panshi/read-model';
import { activeWartime } from '../views/active-wartime.view.ts';
import { caseBoard } from '../views/case-board.view.ts';
import { covers } from './deadline-plan.ts';
import { applied, ofAllActive, ofMoved, ofUnlinked, remove, taken } from './modifier-reactions.ts';

/**
 * Applies the deadline rules of an activation's plan to the cases in its scope, and removes them at its end. One reactor
 * does both, so that they keep their order. A modifier it issued may be recorded after the stand-down; so each recorded
 * modifier is checked again, and removed where its activation has ended.
 */
export const wartimeDeadlines = defineReactor({
  name: 'wartime-deadlines',
  issues: [ApplyDeadlineModifier, RemoveDeadlineModifier],
  from: [
    'WartimeActivated',
    'ScopeChanged',
    'DeadlineRulesChanged',
    'WartimeStoodDown',
    'CaseFiled',
    'CaseReopened',
    'CaseDuplicateUnlinked',
    'CaseMovedToGrid',
    'DeadlineModifierApplied',
  ],
  views: [caseBoard, activeWartime],
  async react({ type, data }, context) {
    switch (type) {
      case 'WartimeActivated':
      case 'DeadlineRulesChanged':
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
      case 'CaseDuplicateUnlinked':
        return ofUnlinked(data.caseId, context);
      case 'CaseMovedToGrid':
        return ofMoved(data, context);
      default: {
        const wartime = await context.get(activeWartime, data.activationId);
        return wartime && covers(wartime.scope, data.gridCode) ? [] : [remove(data.caseId, data.activationId)];
      }
    }
  },
});
