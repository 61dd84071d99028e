import type { ClientProxy } from '@nestjs/microservices';
import {
  type CommandEnvelope,
  type CommandReceipt,
  commandSubject,
  type CommandType,
  type QueryAnswer,
  type QueryEnvelope,
  querySubject,
  type QueryType,
} from '@panshi/contracts';
import { firstValueFrom } from 'rxjs';

/** Asks the service that owns a command or query, wherever it runs. Errors arrive as the classes they were thrown as. */
export class ServiceClient {
  constructor(private readonly proxy: ClientProxy) {}

  /** @throws {Rejection | InvalidMessage | WrongExpectedVersion | OutcomeUnknown | Unavailable | …} */
  command(type: CommandType, envelope: CommandEnvelope): Promise<CommandReceipt> {
    return firstValueFrom(this.proxy.send<CommandReceipt>(commandSubject(type), envelope));
  }

  /** @throws {Rejection | InvalidMessage | Unavailable | …} */
  query(type: QueryType, envelope: QueryEnvelope): Promise<QueryAnswer> {
    return firstValueFrom(this.proxy.send<QueryAnswer>(querySubject(type), envelope));
  }
}
