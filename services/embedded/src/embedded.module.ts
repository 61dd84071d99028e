import { type DynamicModule, Module } from '@nestjs/common';
import { GatewayModule } from '@panshi/gateway';
import { PanshiModule, type Settings } from '@panshi/service-kit';
import * as services from './services.ts';

@Module({})
class EmbeddedModule {}

/** Every service and the gateway in one process, over the in-process transport. */
export const embeddedModule = (settings: Settings): DynamicModule => ({
  module: EmbeddedModule,
  imports: [
    PanshiModule.forRoot({ settings }),
    ...Object.values(services),
    GatewayModule.forRoot({ requestsPerMinute: settings.requestsPerMinute }),
  ],
});
