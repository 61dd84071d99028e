import { type Account, evolveAccount } from '@panshi/contracts';
import { defineView, type ViewDocument } from '@panshi/read-model';
import { Schema } from 'mongoose';

/** An account by its username. What its roles permit is not kept here: it is read from the roles when asked. */
export interface AccountDocument extends ViewDocument, Account {
  readonly openedAt: string;
  readonly closedAt?: string;
}

const schema = new Schema({
  _id: String,
  _version: Number,
  username: String,
  personId: { type: String, index: true },
  post: String,
  regionCode: { type: String, index: true },
  status: String,
  grants: [new Schema({ role: String, territory: String }, { _id: false })],
  openedAt: String,
  closedAt: String,
});

export const accountsView = defineView<
  AccountDocument,
  'AccountOpened' | 'RoleGranted' | 'RoleRevoked' | 'AccountClosed'
>({
  name: 'accounts',
  version: 1,
  schema,
  from: ['AccountOpened', 'RoleGranted', 'RoleRevoked', 'AccountClosed'],
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
