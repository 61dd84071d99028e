import { type Account, type AccountEventType, accountEventTypes, AccountView, evolveAccount } from '@panshi/contracts';
import { defineView, Schema, type ViewDocument, viewSchema } from '@panshi/read-model';

/** An account by its username. What its roles permit is not kept here: it is read from the roles when asked. */
export interface AccountDocument extends ViewDocument, Account, Pick<AccountView, 'openedAt' | 'closedAt'> {}

const grant = new Schema({ role: String, territory: String, unit: String, orgId: String }, { _id: false });
const schema = viewSchema(AccountView, { grants: [grant] });
schema.index({ personId: 1 });
schema.index({ regionCode: 1 });

export const accountsView = defineView<AccountDocument, AccountEventType>({
  name: 'accounts',
  version: 2,
  schema,
  from: accountEventTypes,
  keys: ({ data }) => [data.username],
  evolve(document, event, _id) {
    const account = evolveAccount(document, event);
    if (!account) return undefined;
    return {
      ...account,
      _id,
      _version: event.version,
      openedAt: document?.openedAt ?? event.occurredAt,
      closedAt: event.type === 'AccountClosed' ? event.occurredAt : document?.closedAt,
    };
  },
});
