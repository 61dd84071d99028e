import { GatewayModule, gatewayHttp } from '@panshi/gateway';
import type { Served } from '@panshi/service-kit';
import * as services from './services.ts';

/** Every service and the gateway in one process, over the in-process transport. */
export const embedded: Served = { imports: [...Object.values(services), GatewayModule], http: gatewayHttp };
