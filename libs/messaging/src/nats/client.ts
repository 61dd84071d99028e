import { ClientProxy, type ReadPacket, type WritePacket } from '@nestjs/microservices';
import { type Failure, fromFailure } from '../failure.ts';
import { unavailable } from '../rejections.ts';
import type { NatsLink } from './link.ts';
import type { Seal } from './seal.ts';
import { decodeAnswer, encode, encodeRequest, type WireAnswer, type WireRequest } from './wire.ts';

/** Nest's client side of the NATS transport. A request carries its `deadline` in epoch milliseconds. */
export class NatsClient extends ClientProxy {
  constructor(
    private readonly link: NatsLink,
    private readonly seal: Seal,
  ) {
    super();
  }

  /** Waits for nothing: without a broker a request is refused at once. */
  override async connect(): Promise<void> {}

  /** The link outlives its client: other ends share it. */
  override close(): void {}

  override unwrap<T>(): T {
    return this.link as T;
  }

  protected override publish({ pattern, data }: ReadPacket, answer: (packet: WritePacket) => void): () => void {
    this.#ask(pattern as string, data as WireRequest).then(
      ({ response, err }) => answer({ response, err, isDisposed: true }),
      (err: unknown) => answer({ err, isDisposed: true }),
    );
    return () => undefined;
  }

  /** A hint that cannot be sent is lost: nobody relies on it. */
  protected override async dispatchEvent<T>({ pattern, data }: ReadPacket): Promise<T> {
    if (this.link.up) this.link.connection().publish(pattern as string, encode(data));
    return undefined as T;
  }

  protected override serializeError(error: Error | Failure): Error {
    return error instanceof Error ? error : fromFailure(error);
  }

  async #ask(subject: string, data: WireRequest): Promise<WireAnswer> {
    const left = data.deadline - Date.now();
    if (left <= 0) throw unavailable('deadline-passed');
    const limit = this.link.connection().info?.max_payload ?? 0;
    const request = encodeRequest(subject, data, limit, this.seal);
    return decodeAnswer(await this.link.ask(subject, request, left));
  }
}
