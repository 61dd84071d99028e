import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Projector } from '@panshi/read-model';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { LEASE_OWNER } from '../tokens.ts';
import type { KeeperStatus } from './keepers.ts';
import { keeperSocket, removeDeadSockets } from './keeper-socket.ts';
import { parseViewRequest } from './view-request.ts';
import { doViewWork, type ViewWorkReport } from './view-work.ts';

const mostBytes = 64 * 1024;
/** How often who waits is shown that it is still being worked on, in milliseconds. */
const aliveMs = 2000;

/**
 * Answers the operator of this machine in the process that keeps views: HTTP on a Unix socket in the data folder, which
 * only the user that runs Panshi may open. A POST asks for a view to be refolded or rebuilt; its answer is a report a
 * line, in JSON, and closing the connection cancels the work. A GET answers which views are kept, and where.
 */
@Injectable()
export class KeeperServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(KeeperServer.name);
  readonly #projectors = new Map<string, Projector>();
  readonly #closing = new AbortController();
  readonly #running = new Set<Promise<void>>();
  readonly #server = createServer({ headersTimeout: 5000, requestTimeout: 5000 }, (request, response) => {
    const running = this.#answer(request, response)
      .catch((error: unknown) => this.#logger.warn(error))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  });

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LEASE_OWNER) private readonly owner: string,
  ) {
    this.#server.maxConnections = 8;
  }

  /** Views that can be asked for here while this process keeps them. */
  include(projectors: Iterable<Projector>): void {
    for (const projector of projectors) this.#projectors.set(projector.view.name, projector);
  }

  /** Panshi runs without it: where there can be no socket, that is a warning. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.#projectors.size === 0) return;
    const { data } = this.settings;
    try {
      mkdirSync(data, { recursive: true });
      await removeDeadSockets(data);
      const mask = process.umask(0o177);
      try {
        this.#server.listen(keeperSocket(data, this.owner));
      } finally {
        process.umask(mask);
      }
      await once(this.#server, 'listening');
    } catch (error) {
      this.#logger.warn({ msg: 'views cannot be refolded or rebuilt while this runs: no socket', err: error as Error });
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#closing.abort();
    this.#server.close();
    await Promise.all(this.#running);
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    if (request.method === 'GET') {
      response.end(JSON.stringify(this.#status()));
      return;
    }
    const body = await bodyOf(request);
    const asked = body === undefined ? undefined : parseViewRequest(body);
    const projector = asked && this.#projectors.get(asked.view);
    if (!asked || !projector) {
      response.writeHead(asked ? 404 : 400).end();
      return;
    }
    this.#logger.log({ msg: 'asked of a view by the operator', ...asked });
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    const send = (report: ViewWorkReport): unknown => response.write(`${JSON.stringify(report)}\n`);
    const alive = setInterval(() => response.write('\n'), aliveMs);
    const ended = await doViewWork(projector, asked, send, AbortSignal.any([gone.signal, this.#closing.signal]));
    clearInterval(alive);
    this.#logger.log({ msg: 'what was asked of a view has ended', ...asked, ...ended });
    response.end();
  }

  #status(): KeeperStatus {
    const { owner, settings } = this;
    const views = 'path' in settings.views ? { path: resolve(settings.views.path) } : settings.views;
    const projectors = [...this.#projectors.values()];
    const building = projectors.flatMap(({ building }) => building ?? []);
    return { owner, views, names: projectors.map(({ view }) => view.name), building };
  }
}

/** The body, undefined where it is too long. */
const bodyOf = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
};
