import { type ArgumentsHost, Catch, Logger, type RpcExceptionFilter } from '@nestjs/common';
import { type Observable, throwError } from 'rxjs';
import { toFailure } from './failure.ts';

/** Turns what a handler throws into data that crosses; logs the faults, whose cause must not. */
@Catch()
export class FailureFilter implements RpcExceptionFilter {
  readonly #logger = new Logger('FailureFilter');

  catch(error: unknown, host: ArgumentsHost): Observable<never> {
    const failure = toFailure(error);
    if (failure.error === 'InternalFault') {
      const { correlationId } = host.switchToRpc().getData<{ correlationId?: string }>();
      this.#logger.error({ msg: 'a request failed', correlationId, err: error });
    }
    return throwError(() => failure);
  }
}
