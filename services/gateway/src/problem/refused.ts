import type { ParamsOf } from '@panshi/kernel';
import { gatewayRejections } from './gateway-rejections.ts';
import { ProblemError, type ProblemDetails } from './problem.ts';

type Table = typeof gatewayRejections;
/** Codes of the gateway's own. */
export type GatewayCode = keyof Table;

/** A problem of the gateway's own, to be thrown: its status and parameters follow from its words. */
export const problem = <Code extends GatewayCode>(
  code: Code,
  ...[params, more]: keyof ParamsOf<Table[Code]> extends never
    ? [params?: Record<string, never>, more?: ProblemDetails]
    : [params: ParamsOf<Table[Code]>, more?: ProblemDetails]
): ProblemError => new ProblemError(gatewayRejections[code].status, code, params, more);
