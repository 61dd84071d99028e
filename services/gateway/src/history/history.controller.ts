import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { readSelection, replay, type ReplayStep } from '@panshi/audit';
import { may, territoriesOf } from '@panshi/contracts';
import { type EventStore, toCloudEvent } from '@panshi/event-store';
import { InvalidMessage } from '@panshi/messaging';
import { EVENT_STORE, reject } from '@panshi/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Places } from '../streams/places.ts';
import { Streams, type Writer } from '../streams/streams.ts';
import { principalOf } from '../request/request-context.ts';
import { problem } from '../problem/refused.ts';

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
    private readonly streams: Streams,
  ) {}

  @Get()
  async stream(@Query() query: unknown, @Req() request: FastifyRequest, @Res() response: FastifyReply): Promise<void> {
    const principal = principalOf(request);
    const permission = 'audit.replay';
    if (!may(principal, permission)) reject('permission.missing', { permission });
    const read = readSelection(query);
    if ('refused' in read) throw new InvalidMessage(read.refused);
    const steps = replay(this.store, read.selection, territoriesOf(principal, permission));
    await this.streams.answer(request, response, {
      places: this.places,
      headers: { 'Content-Type': 'application/x-ndjson' },
      write: (writer, signal) => write(steps, writer, signal),
    });
  }
}

const write = async (steps: AsyncIterable<ReplayStep>, writer: Writer, signal: AbortSignal): Promise<void> => {
  for await (const step of steps) {
    if (step.kind === 'event') await writer.send(`${JSON.stringify(toCloudEvent(step.event))}\n`, signal);
    signal.throwIfAborted();
  }
};
