import { serveAlone } from '@panshi/service-kit';
import { GatewayModule } from './gateway.module.ts';
import { gatewayHttp } from './gateway-http.ts';

await serveAlone('gateway', 3000, { imports: [GatewayModule], http: gatewayHttp });
