import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionOf } from '../request/request-context.ts';
import { Sessions } from '../session/sessions.ts';
import type { Places } from './places.ts';
import { SlowReader, StreamWriter } from './stream-writer.ts';

/** How a stream is written to its client. */
export type Writer = Pick<StreamWriter, 'send'>;

interface Stream {
  readonly places: Pick<Places, 'take'>;
  readonly headers: Readonly<Record<string, string>>;
  /** Writes until nothing is left, or until aborted: an error then breaks the answer off, so that it does not look whole. */
  readonly write: (writer: Writer, signal: AbortSignal) => Promise<void>;
}

/**
 * Answers that last. Each takes a place, and ends with its client, its session, a change of what its account may do, or this
 * process; and where its client reads nothing. HEAD is answered at once, by the headers alone.
 */
@Injectable()
export class Streams implements BeforeApplicationShutdown {
  private readonly closing = new AbortController();
  private readonly logger = new Logger(Streams.name);

  constructor(private readonly sessions: Sessions) {}

  beforeApplicationShutdown(): void {
    this.closing.abort();
  }

  /** Resolves when the answer has ended. @throws {ProblemError} where there is no place, and what fails before anything is sent */
  async answer(request: FastifyRequest, response: FastifyReply, { places, headers, write }: Stream): Promise<void> {
    if (request.method === 'HEAD') return void (await response.headers(headers).send());
    const session = sessionOf(request);
    const { raw: out } = response;
    const writer = new StreamWriter(out);
    const [gone, replaced] = [new AbortController(), new AbortController()];
    const leave = places.take({
      account: session.principal.actor.account,
      unreadMs: () => writer.unreadMs,
      giveWay: () => replaced.abort(),
    });
    // A client that goes is no error of ours.
    out.on('error', () => undefined).once('close', () => gone.abort());
    if (out.destroyed) gone.abort();
    const watched = this.sessions.watch(session);
    const signal = AbortSignal.any([gone.signal, replaced.signal, watched.signal, this.closing.signal]);
    const begin = (): void => {
      if (response.sent) return;
      response.hijack();
      out.writeHead(200, { ...(response.getHeaders() as object), ...headers });
    };
    const send: Writer['send'] = (frame, until) => {
      begin();
      return writer.send(frame, until);
    };
    try {
      await write({ send }, signal);
      begin();
      // A client that does not read would keep a server that stops waiting.
      if (out.writableNeedDrain) out.destroy();
      else out.end();
    } catch (error) {
      const isOver = signal.aborted || error instanceof SlowReader;
      if (!response.sent && !isOver) throw error;
      // The answer has begun, so its end is all the client can be told.
      begin();
      out.destroy();
      if (!isOver) this.logger.warn(error);
    } finally {
      leave();
      watched.leave();
    }
  }
}
