export { accountsModel } from './models/accounts.model.ts';
export { organization } from './organization.definition.ts';
export { OrganizationModule } from './organization.module.ts';
