/** The services that one process holds, beside the gateway: their modules. */
export { OrganizationModule } from '@panshi/organization';
export { GridModule } from '@panshi/grid';
export { CaseModule } from '@panshi/case';
