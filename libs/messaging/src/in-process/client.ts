import { BaseRpcContext, ClientProxy, type ReadPacket, type WritePacket } from '@nestjs/microservices';
import { Observable } from 'rxjs';
import { type Failure, fromFailure, toFailure } from '../failure.ts';
import { unavailable } from '../rejections.ts';
import type { InProcessServer } from './server.ts';

/** Nest's client side of the in-process transport: it finds the servers of its process in a set. A request carries its `deadline` in epoch milliseconds. */
export class InProcessClient extends ClientProxy {
  constructor(private readonly servers: ReadonlySet<InProcessServer>) {
    super();
  }

  override async connect(): Promise<void> {}

  override close(): void {}

  /** Nothing has to be connected first, so a request is on its way at once. */
  override send<Answer, Data>(pattern: string, data: Data): Observable<Answer> {
    return new Observable((observer) => this.publish({ pattern, data }, this.createObserver(observer)));
  }

  override unwrap<T>(): T {
    return this.servers as T;
  }

  protected override publish(packet: ReadPacket, answer: (packet: WritePacket) => void): () => void {
    const data = packet.data as { readonly deadline: number };
    const settle = (packet: WritePacket): void => {
      clearTimeout(timer);
      answer(packet);
    };
    const late = (): void => answer({ err: toFailure(unavailable('deadline-passed')), isDisposed: true });
    const timer = setTimeout(late, Math.max(0, data.deadline - Date.now()));
    this.#request(packet.pattern as string, data).then(
      (response) => settle({ response, isDisposed: true }),
      (err: unknown) => settle({ err, isDisposed: true }),
    );
    return () => clearTimeout(timer);
  }

  protected override async dispatchEvent<T>({ pattern, data }: ReadPacket): Promise<T> {
    const subject = pattern as string;
    for (const server of this.servers)
      if (server.handles(subject)) await server.handleEvent(subject, { pattern, data }, new BaseRpcContext([subject]));
    return undefined as T;
  }

  protected override serializeError(failure: Failure): Error {
    return fromFailure(failure);
  }

  async #request(subject: string, data: { readonly deadline: number }): Promise<unknown> {
    try {
      for (const server of this.servers) if (server.handles(subject)) return await server.request(subject, data);
      throw unavailable('no-service');
    } catch (error) {
      // What a handler threw is data already; what the transport itself refused is not yet.
      throw error instanceof Error ? toFailure(error) : error;
    }
  }
}
