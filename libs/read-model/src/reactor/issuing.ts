import type { Actor, Instant, RegionCode, RejectionParams, Traceparent } from '@panshi/kernel';
import { Rejection } from '@panshi/kernel';
import type { Reaction } from '../reactor.ts';
import { type Clock, retryUntilAborted } from '@panshi/async';

/** What a command is issued with. The actor is the system, in the name of what issues it. */
export interface Issued {
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: Actor;
  /** Of the event reacted to. */
  readonly traceparent?: Traceparent;
}

/**
 * Issues a command. @throws {Rejection} when a rule refuses it, now and always; anything else counts as "not now" and
 * is tried again with the same ids.
 */
export type Issue = (command: object, issued: Issued) => Promise<unknown>;

/** A reaction that a rule refused: no fault of the machine, but somebody should know. The command may hold what is personal. */
export interface RejectedReaction {
  /** Name of the reactor or timer. */
  readonly by: string;
  readonly command: object;
  readonly issued: Issued;
  /** Id of the event, or of the document that fell due. */
  readonly cause: string;
  /** The regions that the event or the document concerns. */
  readonly regions: readonly RegionCode[];
  readonly at: Instant;
  readonly code: string;
  readonly params: RejectionParams;
}

export interface Issuing {
  readonly issue: Issue;
  /** Records a rejected reaction and raises the alarm; the reaction is passed only once this has resolved. */
  readonly onRejected: (rejected: RejectedReaction) => Promise<void> | void;
  /** What keeps a reaction waiting; it is tried again for ever. */
  readonly onError: (error: unknown) => void;
  readonly clock: Clock;
}

/** Issues a reaction's command, again and again until it is carried out or refused. Repeats have the same command id. */
export const issueWithRetries = async (
  { command }: Reaction,
  issued: Issued,
  source: Pick<RejectedReaction, 'by' | 'cause' | 'regions'>,
  issuing: Issuing,
  signal: AbortSignal,
): Promise<void> => {
  const { issue, onRejected, clock } = issuing;
  const attempt = async (): Promise<void> => {
    try {
      await issue(command, issued);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      const { code, params } = error;
      const at = new Date(clock.now()).toISOString();
      await onRejected({ ...source, command, issued, at, code, params });
    }
  };
  await retryUntilAborted(attempt, issuing, signal);
};

/** The system, acting through one of its reactors or timers. */
export const systemActor = (name: string): Actor => ({ account: 'system', person: 'system', post: name });
