import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { correlationOf } from '../request/request-context.ts';
import type { Problem } from './problem.ts';
import { toProblemError } from './to-problem-error.ts';
import { languageOf, wording } from './wording.ts';

/** The one place where errors become answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('gateway');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const response = host.switchToHttp().getResponse<FastifyReply>();
    const id = correlationOf(request);
    const { status, code, params, more } = toProblemError(error);
    if (status >= 500 && code === 'internal.error') this.logger.error(error);
    const problem: Problem = {
      type: `urn:panshi:problem:${code}`,
      title: code,
      status,
      detail: wording(code, { id, ...params }, languageOf(request.headers['accept-language'])),
      code,
      ...(Object.keys(params).length && { params }),
      ...(more.errors && { errors: more.errors }),
      instance: `urn:uuid:${id}`,
    };
    if (response.raw.headersSent) {
      response.raw.destroy();
      return;
    }
    if (more.retryAfterSeconds) response.header('Retry-After', more.retryAfterSeconds);
    response.status(status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
