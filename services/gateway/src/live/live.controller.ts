import { PassThrough } from 'node:stream';
import { type BeforeApplicationShutdown, Controller, Get, Inject, Logger, Req, Res } from '@nestjs/common';
import type { EventStore, Position } from '@panshi/event-store';
import { EVENT_STORE } from '@panshi/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem/problem.ts';
import { contextOf, principalOf } from '../routes/request-context.ts';
import { liveEvents, type LiveOptions } from './live-events.ts';
import { SlowReader, SseWriter } from './sse-writer.ts';
import { StreamRegions } from './stream-regions.ts';

/** Clients at once; the next is asked to come back later. */
const mostClients = 1000;
const heartbeatMs = 15_000;
const retryMs = 2000;

/**
 * What happens, as it happens: server-sent events. A stream ends with its token, since rights may have changed; the client
 * renews it and resumes with `Last-Event-ID`, without a gap. (A browser's EventSource sends no headers: read by fetch.)
 */
@Controller('api/v1/live')
export class LiveController implements BeforeApplicationShutdown {
  private readonly closing = new AbortController();
  private readonly regions: StreamRegions;
  private readonly logger = new Logger(LiveController.name);
  private clients = 0;

  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {
    this.regions = new StreamRegions(store);
  }

  @Get()
  async stream(@Req() request: FastifyRequest, @Res() response: FastifyReply): Promise<void> {
    const principal = principalOf(request);
    const after = lastEventId(request);
    if (this.clients >= mostClients) throw new ProblemError(503, 'live.busy', {}, { retryAfterSeconds: 5 });
    this.clients += 1;
    // A client that goes is no error of ours.
    const out = new PassThrough().on('error', () => undefined);
    const gone = new AbortController();
    out.once('close', () => {
      this.clients -= 1;
      gone.abort();
    });
    const signal = AbortSignal.any([gone.signal, this.closing.signal, AbortSignal.timeout(tokenMs(request))]);
    void this.send({ store: this.store, regions: this.regions, principal, after }, out, signal);
    // Its connection ends with it, else a server that stops would wait for the idle connection.
    const headers = { Connection: 'close', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' };
    await response.headers(headers).type('text/event-stream').send(out);
  }

  beforeApplicationShutdown(): void {
    this.closing.abort();
  }

  private async send(options: LiveOptions, out: PassThrough, signal: AbortSignal): Promise<void> {
    const writer = new SseWriter(out);
    out.write(`retry: ${retryMs}\n\n`);
    // A comment tells both ends that the other is there. Who is being waited for anyway gets none.
    const heartbeat = setInterval(() => writer.full || out.write(':\n\n'), heartbeatMs);
    try {
      for await (const event of liveEvents(options, signal)) await writer.send(event);
      out.end();
    } catch (error) {
      // The answer has begun, so its end is all the client can be told: it comes back and resumes.
      out.destroy();
      if (!(error instanceof SlowReader)) this.logger.warn(error);
    } finally {
      clearInterval(heartbeat);
    }
  }
}

/** How long the token is still good, in milliseconds. */
const tokenMs = (request: FastifyRequest): number =>
  Math.max(0, (contextOf(request).session?.exp ?? 0) * 1000 - Date.now());

const lastEventId = ({ headers }: FastifyRequest): Position | undefined => {
  const id = headers['last-event-id'];
  if (id === undefined || id === '') return undefined;
  if (typeof id === 'string' && /^\d{16}$/.test(id)) return id;
  throw new ProblemError(400, 'request.bad-header', { header: 'Last-Event-ID', expected: 'the id of an event' });
};
