import type { Params } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { logOncePerCause } from './log-once-per-cause.ts';
import { currentTrace } from './trace.ts';

/** Bodies and what may hold personal data or secrets, wherever a log call might put them. Codes and ids stay. */
const neverLogged = ['body', 'command', 'query', 'data', 'document', 'params', 'password', 'token', 'authorization'];

/** Of an error its class, message and stack; its other properties may hold what was worked on. */
const described = ({ name, message, stack }: Error): object => ({ type: name, message, stack });

/**
 * nestjs-pino's parameters: one JSON object a line, with the correlation id of the request or reaction at hand.
 * Requests themselves are not logged line by line: what was done is in the event log.
 */
export const loggingParams = (level: string, destination?: DestinationStream): Params => {
  const options = {
    level,
    base: undefined,
    mixin: () => currentTrace() ?? {},
    redact: neverLogged.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    serializers: { err: described },
    wrapSerializers: false,
    hooks: { logMethod: logOncePerCause() },
  };
  return { forRoutes: [], pinoHttp: destination ? [options, destination] : options };
};
