import type { InProcessServer } from './server.ts';

/** Where the servers and clients of one process find each other. */
export class InProcessHub {
  readonly #servers = new Set<InProcessServer>();

  join(server: InProcessServer): void {
    this.#servers.add(server);
  }

  leave(server: InProcessServer): void {
    this.#servers.delete(server);
  }

  /** The first server that answers the subject. */
  serverOf(subject: string): InProcessServer | undefined {
    for (const server of this.#servers) if (server.handles(subject)) return server;
    return undefined;
  }

  servers(): Iterable<InProcessServer> {
    return this.#servers;
  }
}
