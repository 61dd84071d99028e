import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { replay, type ReplayStep } from '@panshi/audit';
import { may, territoriesOf } from '@panshi/contracts';
import { type EventStore, toCloudEvent } from '@panshi/event-store';
import { EVENT_STORE, reject, validated } from '@panshi/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf } from '../request/request-context.ts';
import { problem } from '../problem/refused.ts';
import { ReplayHistory, selectionOf } from './replay-query.ts';

const maxReplays = 4;

/** History over HTTP: one CloudEvent a line, in log order, within the auditor's territory; personal data stays sealed. */
@Controller('api/v1/history')
export class HistoryController {
  private running = 0;

  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  @Get()
  async stream(@Query() query: unknown, @Req() request: FastifyRequest, @Res() response: FastifyReply): Promise<void> {
    const principal = principalOf(request);
    const permission = 'audit.replay';
    if (!may(principal, permission)) reject('permission.missing', { permission });
    const selection = selectionOf(validated(ReplayHistory, query));
    if (this.running >= maxReplays) throw problem('history.busy', {}, { retryAfterSeconds: 5 });
    this.running += 1;
    const steps = replay(this.store, selection, territoriesOf(principal, permission));
    const stream = Readable.from(lines(steps)).once('close', () => (this.running -= 1));
    await response.type('application/x-ndjson').send(stream);
  }
}

async function* lines(steps: AsyncIterable<ReplayStep>): AsyncIterable<string> {
  for await (const step of steps) if (step.kind === 'event') yield `${JSON.stringify(toCloudEvent(step.event))}\n`;
}
