import { type DynamicModule, Module } from '@nestjs/common';
import { CaseModule } from '@panshi/case';
import { GatewayModule } from '@panshi/gateway';
import { GridModule } from '@panshi/grid';
import { OrganizationModule } from '@panshi/organization';
import { PanshiModule, type Settings } from '@panshi/service-kit';

@Module({})
class EmbeddedModule {}

/** Every service and the gateway in one process, over the in-process transport. */
export const embeddedModule = (settings: Settings): DynamicModule => ({
  module: EmbeddedModule,
  imports: [
    PanshiModule.forRoot({ settings }),
    OrganizationModule,
    GridModule,
    CaseModule,
    GatewayModule.forRoot({ requestsPerMinute: settings.requestsPerMinute }),
  ],
});
