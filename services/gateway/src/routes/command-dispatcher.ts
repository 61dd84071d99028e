import { Inject, Injectable } from '@nestjs/common';
import {
  type CommandEnvelope,
  type CommandReceipt,
  commandOptions,
  type CommandType,
  may,
  type Principal,
} from '@panshi/contracts';
import { ServiceClient } from '@panshi/messaging';
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
    const correlationId = correlationOf(request);
    const envelope: CommandEnvelope = {
      command,
      ...(await this.identify(type, command, principal, idempotencyKey(request))),
      correlationId,
      causationId: correlationId,
      traceparent: traceparentOf(request),
      principal,
      ifMatch: ifMatch(request),
      deadline: Date.now() + patience,
    };
    await this.naming.check(type, envelope);
    return this.services.command(type, envelope);
  }

  private async identify(
    type: CommandType,
    command: object,
    { actor }: Principal,
    key: string | undefined,
  ): Promise<Pick<CommandEnvelope, 'commandId' | 'fresh' | 'fingerprint'>> {
    const made = newId();
    if (!key) return { commandId: made, fresh: true, fingerprint: noFingerprint };
    const fingerprint = this.fingerprints.of([actor.account, type.name, command]);
    const { commandId, outcome } = await this.keys.idempotency.claim({
      key: this.fingerprints.of([actor.account, type.name, key]),
      fingerprint,
      commandId: made,
      at: new Date().toISOString(),
    });
    if (outcome === 'other-body') reject('idempotency.other-body');
    return { commandId, fingerprint, ...(outcome === 'new' && { fresh: true as const }) };
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
