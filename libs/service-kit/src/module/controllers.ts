import { Controller, type Type, UseFilters } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import {
  type CommandEnvelope,
  commandSubject,
  type CommandType,
  pingSubject,
  type QueryEnvelope,
  querySubject,
  type QueryType,
} from '@panshi/contracts';
import { FailureFilter } from '@panshi/messaging';
import { CommandExecutor } from '../command/command-executor.ts';
import type { ServiceDefinition } from '../definition/service.ts';
import { traced } from '../logging/trace.ts';
import { QueryExecutor } from '../query/query-executor.ts';
import { BodyPipe } from '../validation/body-pipe.ts';

/** The controller that answers a service's commands: as written by hand, one `@MessagePattern` method each. */
export const commandController = ({ name, aggregates }: ServiceDefinition): Type => {
  @Controller()
  @UseFilters(FailureFilter)
  class CommandController {
    constructor(readonly commands: CommandExecutor) {}
  }
  for (const { command: type } of aggregates.flatMap(({ commands }) => commands))
    addHandler(CommandController, type.name, commandSubject(type), new BodyPipe('command', type), executing(type));
  return named(CommandController, `${name}CommandController`);
};

/** The controller that answers a service's queries. */
export const queryController = ({ name, queries }: ServiceDefinition): Type => {
  @Controller()
  @UseFilters(FailureFilter)
  class QueryController {
    constructor(readonly queries: QueryExecutor) {}
  }
  for (const { query: type } of queries)
    addHandler(QueryController, type.name, querySubject(type), new BodyPipe('query', type), answering(type));
  return named(QueryController, `${name}QueryController`);
};

/** The controller that says that a service is there. */
export const pingController = ({ name }: ServiceDefinition): Type => {
  @Controller()
  class PingController {
    @MessagePattern(pingSubject(name))
    ping(): object {
      return {};
    }
  }
  return named(PingController, `${name}PingController`);
};

const executing = (type: CommandType) =>
  function (this: { readonly commands: CommandExecutor }, envelope: CommandEnvelope) {
    const { correlationId, commandId } = envelope;
    return traced({ correlationId, commandId }, () => this.commands.execute(type, envelope));
  };

const answering = (type: QueryType) =>
  function (this: { readonly queries: QueryExecutor }, envelope: QueryEnvelope) {
    return traced({ correlationId: envelope.correlationId }, () => this.queries.execute(type, envelope));
  };

/** What `@MessagePattern(subject) method(@Payload(pipe) envelope)` does. */
const addHandler = (controller: Type, method: string, subject: string, pipe: BodyPipe, handler: unknown): void => {
  const descriptor = { value: handler, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(controller.prototype, method, descriptor);
  MessagePattern(subject)(controller.prototype as object, method, descriptor);
  Payload(pipe)(controller.prototype as object, method, 0);
};

const named = (controller: Type, name: string): Type =>
  Object.defineProperty(controller, 'name', { value: name.charAt(0).toUpperCase() + name.slice(1) });
