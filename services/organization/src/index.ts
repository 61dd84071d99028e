export { organization } from './organization.definition.ts';
export { accountsModel } from './models/accounts.model.ts';
export { OrganizationModule } from './organization.module.ts';
