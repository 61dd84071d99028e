import type { ServerResponse } from 'node:http';
import {
  type BeforeApplicationShutdown,
  Controller,
  Get,
  Inject,
  Logger,
  type OnApplicationBootstrap,
  Req,
  Res,
} from '@nestjs/common';
import type { Principal } from '@panshi/contracts';
import type { EventStore, Position } from '@panshi/event-store';
import { EVENT_STORE, Lifecycle } from '@panshi/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf, principalOf } from '../request/request-context.ts';
import { problem } from '../problem/refused.ts';
import { type Live, LiveClient } from './live-client.ts';
import { LivePast } from './live-past.ts';
import { OpenStreams } from './open-streams.ts';
import { LiveTail } from './live-tail.ts';
import { SlowReader, SseWriter } from './sse-writer.ts';

const retryMs = 2000;

/** The connection is closed with the stream, since a server that stops would wait for an idle one. */
const headers = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
  Connection: 'close',
};

/**
 * What happens, as it happens: server-sent events. A stream ends with its token, since rights may have changed; the client
 * renews it and resumes with `Last-Event-ID`, without a gap. (A browser's EventSource sends no headers: read by fetch.)
 */
@Controller('api/v1/live')
export class LiveController implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly closing = new AbortController();
  private readonly live: Live;
  private readonly openStreams = new OpenStreams();
  private readonly logger = new Logger(LiveController.name);

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    private readonly lifecycle: Lifecycle,
  ) {
    const onError = (err: unknown): void => this.logger.warn({ msg: 'live streams wait for the log', err });
    this.live = { store, tail: new LiveTail({ store, onError }), past: new LivePast(store) };
  }

  onApplicationBootstrap(): void {
    this.lifecycle.run('views', 'live streams', (signal) => this.live.tail.run(signal));
  }

  @Get()
  stream(@Req() request: FastifyRequest, @Res() response: FastifyReply): void {
    const principal = principalOf(request);
    const after = lastEventId(request);
    if (request.method === 'HEAD') return void response.headers(headers).send();
    const leave = this.openStreams.add(principal.actor.account);
    response.hijack();
    const out = response.raw.writeHead(200, { ...(response.getHeaders() as object), ...headers });
    void this.send(principal, after, out, tokenMs(request)).finally(leave);
  }

  beforeApplicationShutdown(): void {
    this.closing.abort();
  }

  private async send(
    principal: Principal,
    after: Position | undefined,
    out: ServerResponse,
    lastsMs: number,
  ): Promise<void> {
    const gone = new AbortController();
    // A client that goes is no error of ours.
    out.on('error', () => undefined).once('close', () => gone.abort());
    if (out.destroyed) gone.abort();
    const signal = AbortSignal.any([gone.signal, this.closing.signal, AbortSignal.timeout(lastsMs)]);
    const writer = new SseWriter(out);
    const leave = this.live.tail.join();
    try {
      // What happens from now on must reach the client, so the tail has to have reached the log before it is told anything.
      await this.live.tail.reached(signal);
      await writer.send(`retry: ${retryMs}\n\n`, signal);
      await new LiveClient({ ...this.live, principal, after, writer }).run(signal);
      // A client that does not read would keep a server that stops waiting.
      if (out.writableNeedDrain) out.destroy();
      else out.end();
    } catch (error) {
      // The answer has begun, so its end is all the client can be told: it comes back and resumes.
      out.destroy();
      if (!(error instanceof SlowReader)) this.logger.warn(error);
    } finally {
      leave();
    }
  }
}

/** How long the token is still good, in milliseconds. */
const tokenMs = (request: FastifyRequest): number =>
  Math.max(0, (contextOf(request).session?.exp ?? 0) * 1000 - Date.now());

const lastEventId = ({ headers: { 'last-event-id': id } }: FastifyRequest): Position | undefined => {
  if (id === undefined || id === '') return undefined;
  if (typeof id === 'string' && /^\d{16}$/.test(id)) return id;
  throw problem('request.bad-header', { header: 'Last-Event-ID', expected: '[0-9]{16}' });
};
