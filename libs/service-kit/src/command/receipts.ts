import type { CommandEnvelope, CommandReceipt } from '@panshi/contracts';
import { DuplicateEvent } from '@panshi/event-store';
import { reject } from '../rejections.ts';
import type { CommandBinding } from './command-bindings.ts';
import type { CommandIds } from './ids.ts';
import type { PastCommand } from './streams.ts';

/** One execution of a command, with all that its steps read. */
export interface Task extends CommandBinding {
  readonly envelope: CommandEnvelope;
  readonly ids: CommandIds;
  readonly stream: string;
  /**
   * Whether the stream is taken not to exist yet, and is not read: the command creates what names it, and was most likely
   * never issued before. Should it exist, the append finds that out.
   */
  readonly presumedNew: boolean;
}

/** The id of what a command creates. */
export const createdId = (command: object, { options }: Pick<CommandBinding, 'options'>): string =>
  Reflect.get(command, options.creates as string) as string;

export const receiptOf = (
  { envelope, options, stream }: Task,
  { version, position, events }: Pick<CommandReceipt, 'version' | 'position' | 'events'>,
): CommandReceipt => {
  const { command, commandId } = envelope;
  // Where nothing was done, nothing was created.
  const id = options.creates === undefined || events === 0 ? {} : { id: createdId(command, { options }) };
  return { commandId, stream, version, position, events, ...id };
};

/** The receipt of a command that was done before. @throws {Rejection} `idempotency.other-body` */
export const repeatedReceipt = (task: Task, past: PastCommand): CommandReceipt => {
  if (past.fingerprint !== task.envelope.fingerprint) reject('idempotency.other-body');
  return receiptOf(task, past);
};

/** Event ids follow from the command's: found elsewhere, the command id was used for another stream. */
export const refuseReuse = (error: unknown): never => {
  if (error instanceof DuplicateEvent) reject('idempotency.other-body');
  throw error;
};

/** The command with the id of what it creates, brought along or following from the command's. */
export const withId = <C extends object>(command: C, field: string | undefined, ids: CommandIds): C => {
  if (field === undefined || Reflect.get(command, field) !== undefined) return command;
  const copy = Object.create(Object.getPrototypeOf(command) as object) as C;
  return Object.assign(copy, command, { [field]: ids.newId(field) });
};
