import type { CommandEnvelope, Principal, QueryEnvelope } from '@panshi/contracts';
import { v7 } from 'uuid';

export const officer = (territory: string, account = 'officer'): Principal => ({
  actor: { account, person: 'person-1', post: 'post-1' },
  grants: [{ role: 'street-officer', territory, permissions: ['grid.delineate', 'grid.read'] }],
});

export const system: Principal = { actor: { account: 'system', person: '', post: '' }, grants: [], system: true };

/** An envelope with usual values; `over` says what the test is about. */
export const envelopeOf = <C extends object>(
  command: C,
  over: Partial<CommandEnvelope<C>> = {},
): CommandEnvelope<C> => {
  const commandId = over.commandId ?? v7();
  return {
    command,
    commandId,
    correlationId: commandId,
    causationId: commandId,
    principal: officer('320113'),
    fingerprint: 'fingerprint-1',
    deadline: Date.now() + 10_000,
    ...over,
  };
};

export const questionOf = <Q extends object>(query: Q, over: Partial<QueryEnvelope<Q>> = {}): QueryEnvelope<Q> => ({
  query,
  correlationId: v7(),
  principal: officer('320113'),
  deadline: Date.now() + 10_000,
  ...over,
});

export const command = <C extends object>(type: new () => C, fields: NoInfer<C>): C =>
  Object.assign(new type(), fields);
