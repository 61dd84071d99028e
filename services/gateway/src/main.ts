import { runProcess } from '@panshi/service-kit';
import { GatewayModule } from './gateway.module.ts';
import { configureHttp, httpAdapter } from './http-application.ts';

await runProcess({
  name: 'gateway',
  port: 3000,
  serve: ({ requestsPerMinute }) => ({ imports: [GatewayModule.forRoot({ requestsPerMinute })] }),
  http: httpAdapter,
  configure: configureHttp,
});
