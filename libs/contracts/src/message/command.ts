import type { Traceparent } from '@panshi/kernel';
import type { ClientPermission, Permission } from '../authority/permissions.ts';
import type { Bilingual } from '../vocabulary/bilingual.ts';
import * as field from '../vocabulary/fields.ts';
import type { FieldsType } from '../vocabulary/field.ts';
import type { Principal } from './principal.ts';
import { Registry } from './registry.ts';

export type Route = `${'POST' | 'PUT' | 'DELETE'} /${string}`;

/** What everything else reads of a command: its route, subject, authority and words. */
export interface CommandOptions {
  /** The service that owns and decides it. */
  readonly service: string;
  /** HTTP route below `/api/v1`; a `:name` in it fills the field of that name. Absent where only the system issues it. */
  readonly route?: Route;
  readonly permission: Permission;
  /**
   * The field that names a region code the actor must have authority over. Absent where the place is known only
   * from the stream's state: the aggregate's `territory` then says it, and the owning service checks it.
   */
  readonly territory?: string;
  /** The field that may carry the id of what the command creates (UUIDv7); it defaults to an id from the command's. */
  readonly creates?: string;
  readonly summary: Bilingual;
}

type Declared = Pick<CommandOptions, 'territory' | 'creates'> &
  ({ readonly permission: 'system.act' } | { readonly route: Route; readonly permission: ClientPermission });

export type CommandType<C extends object = object> = FieldsType<C>;

const commands = new Registry<CommandOptions>('command');

/** Declares a class as a command of a service. The decorators of its fields say what is valid. */
export const commandOf =
  (service: string) =>
  (zh: string, en: string, options: Declared) =>
  (type: CommandType): void =>
    commands.declare(type, { ...options, service, summary: { zh, en } });

/** @throws {TypeError} when the class is no command. */
export const commandOptions = (type: CommandType): CommandOptions => commands.optionsOf(type);

/** Every command known, or those of one service, in order of declaration. */
export const allCommands = (service?: string): readonly CommandType[] => commands.all(service);

/** The commands that clients issue. */
export const routedCommands = (): readonly CommandType[] => commands.all().filter((type) => commandOptions(type).route);

export const commandSubject = (type: CommandType): string => commands.subjectOf(type);

/** A command on its way to the service that owns it. */
export interface CommandEnvelope<C extends object = object> {
  readonly command: C;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly principal: Principal;
  /** The trace it belongs to, where whoever asked named one (`traceparent`). */
  readonly traceparent?: Traceparent;
  /**
   * Most likely issued for the first time: the stream of what it creates is not looked for first. Where it exists after
   * all, the append finds that out, and the command is decided again.
   */
  readonly fresh?: true;
  /** Keyed fingerprint of the body, where a client can repeat the command id; else a word that says who cannot. */
  readonly fingerprint: string;
  /** What the client saw (`If-Match`): the stream's version. Stale is refused, never retried. */
  readonly ifMatch?: number;
  /** When it happened, where that was earlier than now (补录). */
  readonly occurredAt?: string;
  /** Epoch milliseconds after which nobody waits for the answer. */
  readonly deadline: number;
}

/** The answer to a command: where it stands in the log. */
export class CommandReceipt {
  @field.anyId('命令编号', 'Command')
  readonly commandId!: string;

  @field.text('事件流', 'Stream', { max: 120 })
  readonly stream!: string;

  @field.count('版本（ETag）', 'Version of the stream, also the ETag')
  readonly version!: number;

  @field.text('日志位置', 'Place in the log: give it as `after` to read your own write', { max: 40 })
  readonly position!: string;

  @field.count('事件数', 'Events recorded; 0 when there was nothing to do', { min: 0 })
  readonly events!: number;

  /** Where the command creates. */
  @field.text('新建编号', 'Id of what was created', { max: 64, optional: true })
  readonly id?: string;
}
