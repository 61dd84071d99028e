import { Controller, Get, Inject, Logger, type OnApplicationBootstrap, Req, Res } from '@nestjs/common';
import type { EventStore, Position } from '@panshi/event-store';
import { EVENT_STORE, Lifecycle } from '@panshi/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Places } from '../streams/places.ts';
import { Streams, type Writer } from '../streams/streams.ts';
import { type Session, sessionOf } from '../request/request-context.ts';
import { problem } from '../problem/refused.ts';
import { type Live, LiveClient } from './live-client.ts';
import { LivePast } from './live-past.ts';
import { LiveTail } from './live-tail.ts';

const retryMs = 2000;
/** Streams of one account. */
const mostOfAccount = 20;

/** One whose client does not read takes a few dozen kilobytes. */
const places = (): Places =>
  new Places({
    inAll: 2000,
    ofAccount: mostOfAccount,
    full: () => problem('live.busy', {}, { retryAfterSeconds: 5 }),
    tooMany: () => problem('live.too-many', { most: mostOfAccount }, { retryAfterSeconds: 30 }),
  });

/** The connection is closed with the stream, since a server that stops would wait for an idle one. */
const headers = {
  'Content-Type': 'text/event-stream',
  'X-Accel-Buffering': 'no',
  Connection: 'close',
};

/**
 * What happens, as it happens: server-sent events. A stream ends with its token or its session, and when what its account
 * may do changes; the client resumes with `Last-Event-ID`, without a gap. (A browser's EventSource sends no headers: read
 * by fetch.)
 */
@Controller('api/v1/live')
export class LiveController implements OnApplicationBootstrap {
  private readonly live: Live;
  private readonly places = places();

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    private readonly lifecycle: Lifecycle,
    private readonly streams: Streams,
  ) {
    const onError = (err: unknown): void =>
      new Logger(LiveController.name).warn({ msg: 'live streams wait for the log', err });
    this.live = { store, tail: new LiveTail({ store, onError }), past: new LivePast(store) };
  }

  onApplicationBootstrap(): void {
    this.lifecycle.run('views', 'live streams', (signal) => this.live.tail.run(signal));
  }

  @Get()
  stream(@Req() request: FastifyRequest, @Res() response: FastifyReply): Promise<void> {
    const session = sessionOf(request);
    const after = lastEventId(request);
    const write = async (writer: Writer, end: AbortSignal): Promise<void> => {
      const signal = AbortSignal.any([end, AbortSignal.timeout(tokenMs(session))]);
      const leave = this.live.tail.join();
      try {
        // What happens from now on must reach the client, so the tail has to have reached the log before it is told anything.
        await this.live.tail.reached(signal);
        await writer.send(`retry: ${retryMs}\n\n`, signal);
        await new LiveClient({ ...this.live, principal: session.principal, after, writer }).run(signal);
      } finally {
        leave();
      }
    };
    return this.streams.answer(request, response, { places: this.places, headers, write });
  }
}

/** How long the token is still good, in milliseconds. */
const tokenMs = ({ exp = 0 }: Session): number => Math.max(0, exp * 1000 - Date.now());

const lastEventId = ({ headers: { 'last-event-id': id } }: FastifyRequest): Position | undefined => {
  if (id === undefined || id === '') return undefined;
  if (typeof id === 'string' && /^\d{16}$/.test(id)) return id;
  throw problem('request.bad-header', { header: 'Last-Event-ID', expected: '[0-9]{16}' });
};
