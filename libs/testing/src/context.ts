import type { Sealed } from '@panshi/contracts';
import type { DecisionContext } from '@panshi/kernel';

/** A decision's context with fixed, readable values; ids are `<label>-1`, `<label>-2`, … */
export const testContext = <Facts = undefined>(over: Partial<DecisionContext<Facts>> = {}): DecisionContext<Facts> => {
  const counts = new Map<string, number>();
  return {
    now: '2026-03-02T01:00:00.000Z',
    actor: { account: 'account-1', person: 'person-1', post: 'post-1' },
    commandId: '01890000-0000-7000-8000-000000000001',
    newId: (label) => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      return `${label}-${counts.get(label)}`;
    },
    facts: undefined as Facts,
    ...over,
  };
};

/** A stand-in for a sealed value, where a fold only carries it along. */
export const sealedText = (subject = 'person-1'): Sealed => ({
  suite: 'A256GCM',
  subject,
  keyVersion: 1,
  nonce: 'AAAAAAAAAAAAAAAA',
  ciphertext: 'AAAAAAAAAAAAAAAAAAAAAAAA',
});
