import type { Actor, DomainEvent, Instant } from './event.ts';

/** How a stream's events fold into state. Pure: no clock, no randomness, no I/O. */
export interface Fold<State, Event extends DomainEvent = DomainEvent> {
  readonly initial: State;
  evolve(state: State, event: Event): State;
}

/** What a decision may know beside state and command; everything impure arrives here as a value. */
export interface DecisionContext<Facts = unknown> {
  readonly now: Instant;
  readonly actor: Actor;
  readonly commandId: string;
  /** Ids derived from the command id, so that deciding twice yields the same ids. */
  newId(label: string): string;
  /** What the edge looked up for this command (the grid a point lies in, a catalogue entry). */
  readonly facts: Facts;
}

/**
 * One command's rule: from state and command to the events that follow.
 * No events: nothing to do (a no-op). @throws {Rejection} when the command is not allowed.
 */
export type Decide<State, Command, Decided extends DomainEvent, Facts = unknown> = (
  state: State,
  command: Command,
  context: DecisionContext<Facts>,
) => readonly Decided[];

/** Folds events onto a state. */
export const foldAll = <State, Event extends DomainEvent>(
  fold: Fold<State, Event>,
  events: Iterable<Event>,
  from: State = fold.initial,
): State => {
  let state = from;
  for (const event of events) state = fold.evolve(state, event);
  return state;
};
