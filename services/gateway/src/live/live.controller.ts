import { type BeforeApplicationShutdown, Controller, Get, Inject, Logger, Req, Res } from '@nestjs/common';
import type { EventStore, Position } from '@panshi/event-store';
import { EVENT_STORE } from '@panshi/service-kit';
import type { Request, Response } from 'express';
import { ProblemError } from '../problem/problem.ts';
import { contextOf, principalOf } from '../routes/request-context.ts';
import { liveEvents } from './live-events.ts';
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
  async stream(@Req() request: Request, @Res() response: Response): Promise<void> {
    const after = lastEventId(request);
    if (this.clients >= mostClients) throw new ProblemError(503, 'live.busy', {}, { retryAfterSeconds: 5 });
    this.clients += 1;
    try {
      await this.send(request, response, after);
    } finally {
      this.clients -= 1;
    }
  }

  beforeApplicationShutdown(): void {
    this.closing.abort();
  }

  private async send(request: Request, response: Response, after: Position | undefined): Promise<void> {
    const { store, regions } = this;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const signal = AbortSignal.any([gone.signal, this.closing.signal, AbortSignal.timeout(tokenMs(request))]);
    // Its connection ends with it, else a server that stops would wait for the idle connection.
    response
      .setHeader('Connection', 'close')
      .setHeader('Cache-Control', 'no-store')
      .setHeader('X-Accel-Buffering', 'no');
    response.type('text/event-stream').write(`retry: ${retryMs}\n\n`);
    const writer = new SseWriter(response);
    // A comment tells both ends that the other is there. Who is being waited for anyway gets none.
    const heartbeat = setInterval(() => writer.full || response.write(':\n\n'), heartbeatMs);
    try {
      const principal = principalOf(request);
      for await (const event of liveEvents({ store, regions, principal, after }, signal)) await writer.send(event);
      response.end();
    } catch (error) {
      // The answer has begun, so its end is all the client can be told: it comes back and resumes.
      response.destroy();
      if (!(error instanceof SlowReader)) this.logger.warn(error);
    } finally {
      clearInterval(heartbeat);
    }
  }
}

/** How long the token is still good, in milliseconds. */
const tokenMs = (request: Request): number => Math.max(0, (contextOf(request).session?.exp ?? 0) * 1000 - Date.now());

const lastEventId = ({ headers }: Request): Position | undefined => {
  const id = headers['last-event-id'];
  if (id === undefined || id === '') return undefined;
  if (typeof id === 'string' && /^\d{16}$/.test(id)) return id;
  throw new ProblemError(400, 'request.bad-header', { header: 'Last-Event-ID', expected: 'the id of an event' });
};
