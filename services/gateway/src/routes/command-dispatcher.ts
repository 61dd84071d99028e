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
import { KEYS } from '@panshi/service-kit';
import type { Request } from 'express';
import { v7 } from 'uuid';
import { ProblemError } from '../problem/problem.ts';
import { Fingerprints } from './fingerprints.ts';
import { idempotencyKey, ifMatch } from './headers.ts';
import { correlationOf, principalOf } from './request-context.ts';

/** How long a client waits for a command, milliseconds. */
const patience = 10_000;

/** Takes a command from HTTP to the service that owns it: authority, command id, fingerprint, deadline. */
@Injectable()
export class CommandDispatcher {
  constructor(
    private readonly services: ServiceClient,
    @Inject(KEYS) private readonly keys: Keys,
    private readonly fingerprints: Fingerprints,
  ) {}

  async dispatch(type: CommandType, command: Record<string, unknown>, request: Request): Promise<CommandReceipt> {
    const principal = principalOf(request);
    authorise(type, command, principal);
    const print = this.fingerprints.of([principal.actor.account, type.name, command]);
    const correlationId = correlationOf(request);
    const envelope: CommandEnvelope = {
      command,
      ...(await this.commandId(type, principal, print, request)),
      correlationId,
      causationId: correlationId,
      principal,
      fingerprint: print,
      ifMatch: ifMatch(request),
      deadline: Date.now() + patience,
    };
    return this.services.command(type, envelope);
  }

  private async commandId(
    type: CommandType,
    { actor }: Principal,
    print: string,
    request: Request,
  ): Promise<Pick<CommandEnvelope, 'commandId' | 'fresh'>> {
    const made = v7();
    const key = idempotencyKey(request);
    if (!key) return { commandId: made, fresh: true };
    const { commandId, outcome } = await this.keys.idempotency.claim({
      key: this.fingerprints.of([actor.account, type.name, key]),
      fingerprint: print,
      commandId: made,
      at: new Date().toISOString(),
    });
    if (outcome === 'other-body') throw new ProblemError(422, 'idempotency.other-body');
    return { commandId, ...(outcome === 'new' && { fresh: true as const }) };
  }
}

/** What can be refused before the owning service is asked; it checks again, and places known only from the log. */
const authorise = (type: CommandType, command: Record<string, unknown>, principal: Principal): void => {
  const { permission, territory } = commandOptions(type);
  if (!may(principal, permission)) throw new ProblemError(403, 'permission.missing', { permission });
  const region = territory ? command[territory] : undefined;
  if (typeof region === 'string' && !may(principal, permission, region))
    throw new ProblemError(403, 'authority.forbidden', { permission, region: region.slice(0, 15) });
};
