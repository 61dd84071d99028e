export { organization } from './organization.definition.ts';
export { accountsModel } from './models/accounts.model.ts';
