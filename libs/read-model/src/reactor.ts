import { type CommandType, type EventType, type Exactly, fill } from '@panshi/contracts';
import type { RegionCode } from '@panshi/kernel';
import type { Typed, ViewDefinition, ViewDocument } from './view.ts';
import type { Filter } from './view-reader.ts';

/** A command a reactor wants issued. Its id follows from reactor, event and `key`, so a repeat is harmless. */
export interface Reaction<Command extends object = object> {
  /** An instance of its class in contracts. */
  readonly command: Command;
  /** Tells apart several commands that one event causes (the grid's code, say). */
  readonly key?: string;
}

/** A reaction: the command with all fields that its class requires. `key` tells several of one event apart. */
export const issue = <Command extends object, Fields extends Command>(
  type: CommandType<Command>,
  fields: Exactly<Command, Fields>,
  key?: string,
): Reaction<Command> => ({ command: fill<Command, Fields>(type, fields), key });

/** What a reactor may look up, beside the event: documents of views caught up to that event. */
export interface ReactionContext {
  get<Doc extends ViewDocument>(view: ViewDefinition<Doc>, id: string): Promise<Doc | undefined>;
  /** Every document that matches, in order of id, paged behind the scenes. */
  all<Doc extends ViewDocument>(view: ViewDefinition<Doc>, filter: Filter): AsyncIterable<Doc>;
}

/** Follows the log and turns events into commands: the only way one service causes something in another. */
export interface ReactorDefinition<T extends EventType = EventType, Issued extends CommandType = CommandType> {
  readonly name: string;
  /** The commands it may issue, all of its own service: the broker lets others not pass, and they are refused. */
  readonly issues: readonly Issued[];
  readonly from: readonly T[];
  /** Views that must have passed the event before `react` is asked. */
  readonly views?: readonly ViewDefinition[];
  /**
   * Events of different lanes may be reacted to at the same time, those of one lane one after the other. An event
   * without a lane waits for all before it, and all after it wait for it; so does each event where there is no `lane`.
   */
  lane?(event: Typed<T>): string | undefined;
  react(event: Typed<T>, context: ReactionContext): Promise<ReactionsOf<Issued>> | ReactionsOf<Issued>;
}

type ReactionsOf<Issued extends CommandType> = readonly Reaction<InstanceType<Issued>>[];

export const defineReactor = <const T extends EventType, Issued extends CommandType = CommandType>(
  definition: ReactorDefinition<T, Issued>,
): ReactorDefinition<T, Issued> => definition;

/** A document that falls due. */
export interface DueDocument extends ViewDocument {
  /** An instant; the schema indexes it. Absent: nothing is due. */
  readonly dueAt?: string;
}

/**
 * Work that time drives: documents of a view carry `dueAt` (an instant); when the clock passes it, `react` names the
 * command. Ids include the due time, and the decision checks the time again itself.
 */
export interface TimerDefinition<Doc extends DueDocument = DueDocument, Issued extends CommandType = CommandType> {
  readonly name: string;
  /** The commands it may issue, as a reactor's. */
  readonly issues: readonly Issued[];
  /** A view whose documents carry an indexed `dueAt`. */
  readonly view: ViewDefinition<Doc>;
  react(document: Doc, now: string): Reaction<InstanceType<Issued>> | undefined;
  /** The regions a document concerns: a reaction that a rule refuses is recorded of them. */
  regions(document: Doc): readonly RegionCode[];
}

export const defineTimer = <Doc extends DueDocument, Issued extends CommandType = CommandType>(
  definition: TimerDefinition<Doc, Issued>,
): TimerDefinition<Doc, Issued> => definition;
