import { Inject, Injectable } from '@nestjs/common';
import {
  type CommandEnvelope,
  type CommandReceipt,
  commandOptions,
  type CommandType,
  may,
  type Principal,
} from '@panshi/contracts';
import { InvalidMessage, ServiceClient } from '@panshi/messaging';
import type { Keys } from '@panshi/privacy';
import { KEYS, reject } from '@panshi/service-kit';
import type { FastifyRequest } from 'fastify';
import { Fingerprints } from './fingerprints.ts';
import { idempotencyKey, ifMatch } from './headers.ts';
import { PictureNaming } from '../pictures/picture-naming.ts';
import { newId } from '../request/new-id.ts';
import { correlationOf, principalOf, traceparentOf } from '../request/request-context.ts';

/** How long a client waits for a command, milliseconds. */
const patience = 10_000;

/** The fingerprint where there is no `Idempotency-Key`: nobody can send the same command id again, so no body is compared. */
const noFingerprint = 'unkeyed';

/** Which command a request stands for, and what it was answered already where that was kept. */
interface Identity extends Pick<CommandEnvelope, 'commandId' | 'fresh' | 'fingerprint'> {
  /** What its `Idempotency-Key` is kept as. */
  readonly key?: string;
  readonly answered?: CommandReceipt | undefined;
}

/** Takes a command from HTTP to the service that owns it: authority, command id, fingerprint, deadline. */
@Injectable()
export class CommandDispatcher {
  constructor(
    private readonly services: ServiceClient,
    @Inject(KEYS) private readonly keys: Keys,
    private readonly fingerprints: Fingerprints,
    private readonly naming: PictureNaming,
  ) {}

  async dispatch(
    type: CommandType,
    command: Record<string, unknown>,
    request: FastifyRequest,
  ): Promise<CommandReceipt> {
    const principal = principalOf(request);
    authorise(type, command, principal);
    const seen = ifMatch(request, commandOptions(type).creates !== undefined);
    const correlationId = correlationOf(request);
    const { key, answered, ...identity } = await this.identify(type, command, principal, idempotencyKey(request));
    if (answered) return answered;
    const envelope: CommandEnvelope = {
      command,
      ...identity,
      correlationId,
      // Nothing recorded caused it; whatever id the client gave only relates it to others.
      causationId: identity.commandId,
      traceparent: traceparentOf(request),
      principal,
      ifMatch: seen,
      deadline: Date.now() + patience,
    };
    const receipt = await this.issue(type, envelope).catch(async (error: unknown) => {
      // Who mends a field sends another body: its key is theirs still.
      if (key && error instanceof InvalidMessage)
        await this.keys.idempotency.release({ key, commandId: identity.commandId });
      throw error;
    });
    if (receipt.events > 0 || key === undefined) return receipt;
    // The log tells again what a command did, and nothing of one that did nothing.
    return JSON.parse(await this.keys.idempotency.keep(key, JSON.stringify(receipt))) as CommandReceipt;
  }

  private async issue(type: CommandType, envelope: CommandEnvelope): Promise<CommandReceipt> {
    await this.naming.check(type, envelope);
    return this.services.command(type, envelope);
  }

  private async identify(
    type: CommandType,
    command: object,
    { actor }: Principal,
    given: string | undefined,
  ): Promise<Identity> {
    const made = newId();
    if (!given) return { commandId: made, fresh: true, fingerprint: noFingerprint };
    const fingerprint = this.fingerprints.of([actor.account, type.name, command]);
    const key = this.fingerprints.of([actor.account, type.name, given]);
    const { commandId, outcome, receipt } = await this.keys.idempotency.claim({
      key,
      fingerprint,
      commandId: made,
      at: new Date().toISOString(),
    });
    if (outcome === 'other-body') reject('idempotency.other-body');
    const answered = receipt === undefined ? undefined : (JSON.parse(receipt) as CommandReceipt);
    return { key, answered, commandId, fingerprint, ...(outcome === 'new' && { fresh: true as const }) };
  }
}

/** Refuses what can be refused before the owning service is asked. That checks again, and the territories that only the log knows. */
const authorise = (type: CommandType, command: Record<string, unknown>, principal: Principal): void => {
  const { permission, territory } = commandOptions(type);
  if (!may(principal, permission)) reject('permission.missing', { permission });
  const region = territory ? command[territory] : undefined;
  if (typeof region === 'string' && !may(principal, permission, region))
    reject('authority.forbidden', { permission, region: region.slice(0, 15) });
};
