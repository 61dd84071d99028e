import { CaseModule } from '@panshi/case';
import { GatewayModule, gatewayHttp } from '@panshi/gateway';
import { GridModule } from '@panshi/grid';
import { OrganizationModule } from '@panshi/organization';
import type { Served } from '@panshi/service-kit';

/** Every service and the gateway in one process, over the in-process transport. */
export const embedded: Served = {
  imports: [OrganizationModule, GridModule, CaseModule, GatewayModule],
  http: gatewayHttp,
};
