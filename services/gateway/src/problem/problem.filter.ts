import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { correlationOf } from '../request/request-context.ts';
import { problemOf } from './problem-of.ts';
import { toProblemError } from './to-problem-error.ts';

/** The one place where errors become answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('gateway');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const response = host.switchToHttp().getResponse<FastifyReply>();
    const { more } = toProblemError(error);
    const problem = problemOf(error, correlationOf(request), request.headers['accept-language']);
    if (problem.code === 'internal.error') this.logger.error(error);
    if (response.raw.headersSent) {
      response.raw.destroy();
      return;
    }
    if (more.retryAfterSeconds) response.header('Retry-After', more.retryAfterSeconds);
    if (problem.status === 401) response.header('WWW-Authenticate', 'Bearer');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
