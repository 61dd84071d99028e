import { runProcess } from '@panshi/service-kit';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { GatewayModule } from './gateway.module.ts';
import { configureHttp } from './http-application.ts';

await runProcess({
  name: 'gateway',
  port: 3000,
  serve: ({ requestsPerMinute }) => ({ imports: [GatewayModule.forRoot({ requestsPerMinute })] }),
  configure: (app) => configureHttp(app as NestExpressApplication),
});
