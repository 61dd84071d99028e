import { BaseRpcContext, type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { firstValueFrom, isObservable } from 'rxjs';
import { Intake, type IntakeLimits } from '../intake.ts';
import { unavailable } from '../rejections.ts';

/** Nest's server side of the in-process transport, one of a set: handlers are called as they are, behind a bounded intake. */
export class InProcessServer extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('in-process');
  readonly #intake: Intake;

  constructor(
    private readonly peers: Set<InProcessServer>,
    limits?: IntakeLimits,
  ) {
    super();
    this.#intake = new Intake(limits);
  }

  listen(ready: () => void): void {
    this.peers.add(this);
    ready();
  }

  /** Takes no more and resolves when what was taken is answered. */
  async close(): Promise<void> {
    await this.#intake.drain();
    this.peers.delete(this);
  }

  // Nest's getHandlerByPattern parses the pattern as JSON each time, in case it is some: ours are plain subjects.
  handles(subject: string): boolean {
    return this.messageHandlers.has(subject);
  }

  /** @throws {Unavailable} and whatever the handler answers as its error */
  request(subject: string, data: { readonly deadline: number }): Promise<unknown> {
    const handler = this.messageHandlers.get(subject);
    if (!handler) throw unavailable('no-service');
    return this.#intake.run(async () => {
      const answer: unknown = await handler(data, new BaseRpcContext([subject]));
      return isObservable(answer) ? firstValueFrom(answer) : answer;
    }, data.deadline);
  }

  on(): void {
    throw new TypeError('the in-process transport has no events of its own');
  }

  unwrap<T>(): T {
    return this.peers as T;
  }
}
