import type { ClientProxy } from '@nestjs/microservices';
import {
  type CommandEnvelope,
  type CommandReceipt,
  commandOptions,
  commandSubject,
  type CommandType,
  pingSubject,
  type QueryAnswer,
  type QueryEnvelope,
  queryOptions,
  querySubject,
  type QueryType,
} from '@panshi/contracts';
import { firstValueFrom } from 'rxjs';
import { Unavailable } from './errors.ts';

/** Asks the service that owns a command or query, wherever it runs. Errors arrive as the classes they were thrown as. */
export class ServiceClient {
  constructor(private readonly proxy: ClientProxy) {}

  /** @throws {Rejection | InvalidMessage | WrongExpectedVersion | OutcomeUnknown | Unavailable | …} */
  command(type: CommandType, envelope: CommandEnvelope): Promise<CommandReceipt> {
    return this.#ask(commandOptions(type).service, commandSubject(type), envelope);
  }

  /** @throws {Rejection | InvalidMessage | Unavailable | …} */
  query(type: QueryType, envelope: QueryEnvelope): Promise<QueryAnswer> {
    return this.#ask(queryOptions(type).service, querySubject(type), envelope);
  }

  /** Whether a service answers anything at all within so many milliseconds. */
  async reaches(service: string, withinMs: number): Promise<boolean> {
    return this.#ask(service, pingSubject(service), { deadline: Date.now() + withinMs }).then(
      () => true,
      (error: unknown) => error instanceof Unavailable && error.code === 'overloaded',
    );
  }

  #ask<Answer>(service: string, subject: string, data: object): Promise<Answer> {
    return firstValueFrom(this.proxy.send<Answer>(subject, data)).catch((error: unknown) => {
      throw error instanceof Unavailable ? new Unavailable(error.code, error.retryAfter, service) : error;
    });
  }
}
