import { accountDirectoryModel } from '@panshi/contracts';
import { defineModel } from '@panshi/service-kit';

/** Every account by username and by person, with its grants. Who signs people in defines its own from the same fold. */
export const accountsModel = defineModel(accountDirectoryModel);
