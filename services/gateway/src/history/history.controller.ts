import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { replay, type ReplayStep } from '@panshi/audit';
import { may, territoriesOf } from '@panshi/contracts';
import { type EventStore, toCloudEvent } from '@panshi/event-store';
import { EVENT_STORE, reject, validated } from '@panshi/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Places } from '../limits/places.ts';
import { sessionOf } from '../request/request-context.ts';
import { Sessions } from '../session/sessions.ts';
import { problem } from '../problem/refused.ts';
import { ReplayHistory, selectionOf } from './replay-query.ts';

/** Replays of one account. */
const mostOfAccount = 2;

const places = (): Places =>
  new Places({
    inAll: 8,
    ofAccount: mostOfAccount,
    full: () => problem('history.busy', {}, { retryAfterSeconds: 5 }),
    tooMany: () => problem('history.too-many', { most: mostOfAccount }, { retryAfterSeconds: 5 }),
  });

/**
 * History over HTTP: one CloudEvent a line, in log order, within the auditor's territory; personal data stays sealed. It
 * breaks off when its session ends, or what its account may do changes.
 */
@Controller('api/v1/history')
export class HistoryController {
  private readonly places = places();

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  async stream(@Query() query: unknown, @Req() request: FastifyRequest, @Res() response: FastifyReply): Promise<void> {
    const session = sessionOf(request);
    const { principal } = session;
    const permission = 'audit.replay';
    if (!may(principal, permission)) reject('permission.missing', { permission });
    const selection = selectionOf(validated(ReplayHistory, query));
    const free = this.places.take(principal.actor.account);
    const { signal, leave } = this.sessions.watch(session);
    const steps = replay(this.store, selection, territoriesOf(principal, permission));
    const stream = Readable.from(lines(steps), { signal }).once('close', () => {
      free();
      leave();
    });
    await response.type('application/x-ndjson').send(stream);
  }
}

async function* lines(steps: AsyncIterable<ReplayStep>): AsyncIterable<string> {
  for await (const step of steps) if (step.kind === 'event') yield `${JSON.stringify(toCloudEvent(step.event))}\n`;
}
