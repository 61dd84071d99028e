import type { EventData } from '@panshi/contracts';
import { defineView, Schema, type ViewDocument } from '@panshi/read-model';

/** An activation that is on: where, and what it does to deadlines. */
export interface ActiveWartimeDocument extends ViewDocument {
  readonly districtCode: string;
  /** Region codes, those of grids split or merged since included: their cases come to the new codes a moment later. */
  readonly scope: readonly string[];
  readonly rules: EventData['WartimeActivated']['deadlineRules'];
}

const schema = new Schema({
  _id: String,
  districtCode: { type: String, index: true },
  scope: [String],
  rules: [Schema.Types.Mixed],
});

export const activeWartime = defineView({
  name: 'active-wartime',
  version: 2,
  schema,
  from: ['WartimeActivated', 'ScopeChanged', 'DeadlineRulesChanged', 'WartimeStoodDown'],
  keys: ({ data }) => [data.activationId],
  evolve(document: ActiveWartimeDocument | undefined, { type, data }, _id): ActiveWartimeDocument | undefined {
    if (type === 'WartimeStoodDown') return undefined;
    const { districtCode, deadlineRules: rules } = data;
    if (type === 'DeadlineRulesChanged') return document && { ...document, rules };
    if (type === 'WartimeActivated' || data.cause !== 'grids-replaced')
      return { _id, districtCode, scope: data.scope, rules };
    return { _id, districtCode, scope: [...new Set([...(document?.scope ?? []), ...data.scope])], rules };
  },
});
