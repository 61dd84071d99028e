export { accountsModel } from './models/accounts.model.ts';
export { organizationDefinition } from './organization.definition.ts';
export { OrganizationModule } from './organization.module.ts';
export { regionsView } from './views/regions.view.ts';
