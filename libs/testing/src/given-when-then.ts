import { expect } from '@jest/globals';
import { type Decide, type DecisionContext, type DomainEvent, type Fold, foldAll, Rejection } from '@panshi/kernel';
import { asRead } from './as-read.ts';
import { testContext } from './context.ts';

/**
 * Tests a decision in the words of the domain: `scenario(fold).given(…).when(decide, command).then(…)`.
 * Sealed fields of given events are made with {@link sealedText}.
 */
export const scenario = <State, Event extends DomainEvent>(fold: Fold<State, Event>) => ({
  given: (...events: readonly Event[]) => ({
    state: foldAll(fold, events.map(asRead)),
    when<C, Decided extends DomainEvent, Facts>(
      decide: Decide<State, C, Decided, Facts>,
      command: C,
      context: Partial<DecisionContext<Facts>> = {},
    ) {
      const run = (): readonly Decided[] =>
        decide(foldAll(fold, events.map(asRead)), command, { ...testContext(), ...context } as DecisionContext<Facts>);
      return {
        /** Exactly these events, in this order; none at all says that nothing was to do. */
        then: (...expected: readonly Decided[]) => expect(run()).toEqual(expected),
        /** Events that carry at least this. */
        thenLike: (...expected: readonly { readonly type: string; readonly data: object }[]) =>
          expect(run()).toEqual(expected.map(({ type, data }) => ({ type, data: expect.objectContaining(data) }))),
        thenRejected: (code: string, params?: Rejection['params']) => {
          const rejection = caught(run);
          expect(rejection).toBeInstanceOf(Rejection);
          expect((rejection as Rejection).code).toBe(code);
          if (params) expect((rejection as Rejection).params).toMatchObject(params);
        },
      };
    },
  }),
});

const caught = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};
