import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { BaseRpcContext, type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { Rejection } from '@panshi/kernel';
import { firstValueFrom, isObservable } from 'rxjs';
import { type Failure, toFailure } from '../failure.ts';
import { Intake, type IntakeLimits } from '../intake.ts';
import type { NatsLink } from './link.ts';
import { queueOf } from './queue.ts';
import { BrokerForbids } from './refusals.ts';
import { decodeHint, decodeRequest, encodeAnswer, type WireAnswer } from './wire.ts';

/**
 * Nest's server side of the NATS transport. Each subject is subscribed to by itself, so that one which nobody answers
 * is known at once; requests go to one process of a service, hints to all.
 */
export class NatsServer extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('nats');
  readonly #intake: Intake;
  #subscriptions: readonly Subscription[] = [];
  #serving = false;

  /** @param beforeAnswer sends what must reach the broker before an answer does */
  constructor(
    private readonly link: NatsLink,
    limits?: IntakeLimits,
    private readonly beforeAnswer: () => void = () => undefined,
  ) {
    super();
    this.#intake = new Intake(limits);
  }

  /** Whether requests come here. */
  get serving(): boolean {
    return this.#serving && this.link.up;
  }

  /** Ready once the broker knows of every subscription. */
  listen(ready: (error?: unknown) => void): void {
    this.#subscribe().then(
      () => ready(),
      (error: unknown) => ready(error),
    );
  }

  /** Takes no more and resolves when what was taken is answered, and the answers are with the broker. */
  async close(): Promise<void> {
    this.#serving = false;
    // Drained, not ended: what the broker has sent already is taken and answered.
    await this.link.settled(Promise.allSettled(this.#subscriptions.map((each) => each.drain())));
    await this.#intake.drain();
    await this.link.flush();
  }

  on(): void {
    throw new TypeError('the NATS transport has no events of its own');
  }

  unwrap<T>(): T {
    return this.link as T;
  }

  /** A pattern is a subject. Nest would try first whether it is JSON, which costs an exception for each hint. */
  override getHandlerByPattern(subject: string): MessageHandler | null {
    return this.messageHandlers.get(subject) ?? null;
  }

  // What the broker forbids ends its subscription, with an error that the link reports.
  async #subscribe(): Promise<void> {
    const connection = await this.link.connect();
    this.#subscriptions = [...this.messageHandlers].map(([subject, handler]) =>
      handler.isEventHandler ? this.#toHints(connection, subject) : this.#toRequests(connection, subject, handler),
    );
    await this.link.taken();
    const refused = this.#subscriptions.filter((each) => each.isClosed()).map((each) => each.getSubject());
    if (refused.length > 0) throw new BrokerForbids(refused);
    this.#serving = true;
  }

  #toHints(connection: NatsConnection, subject: string): Subscription {
    return connection.subscribe(subject, {
      callback: (error, message) => {
        if (error) return;
        const packet = { pattern: subject, data: decodeHint(message.data) };
        this.handleEvent(subject, packet, new BaseRpcContext([subject])).catch((e: unknown) => this.logger.error(e));
      },
    });
  }

  #toRequests(connection: NatsConnection, subject: string, handler: MessageHandler): Subscription {
    return connection.subscribe(subject, {
      queue: queueOf(subject),
      callback: (error, message) => {
        if (error) return;
        void this.#answer(subject, handler, message);
      },
    });
  }

  async #answer(subject: string, handler: MessageHandler, message: Msg): Promise<void> {
    const answer = await this.#handle(subject, handler, message.data).catch(failed);
    // Without the broker nobody waits for it any more.
    if (!this.link.up) return;
    this.beforeAnswer();
    const limit = this.link.connection().info?.max_payload ?? 0;
    try {
      message.respond(encodeAnswer(answer, limit));
    } catch (error) {
      if (!(error instanceof Rejection)) this.logger.error(error);
      message.respond(encodeAnswer(failed(error), limit));
    }
  }

  async #handle(subject: string, handler: MessageHandler, bytes: Uint8Array): Promise<WireAnswer> {
    const request = decodeRequest(bytes);
    return this.#intake.run(async () => {
      const answer: unknown = await handler(request, new BaseRpcContext([subject]));
      return { response: isObservable(answer) ? await firstValueFrom(answer) : answer };
    }, request.deadline);
  }
}

/** What a handler threw is data already; what the transport itself refused is not yet. */
const failed = (error: unknown): WireAnswer => ({
  err: error instanceof Error ? toFailure(error) : (error as Failure),
});
