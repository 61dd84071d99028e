import { accountDirectoryModel } from '@panshi/contracts';
import { defineModel } from '@panshi/service-kit';

/** Every account by person: whoever verifies may hold a unit's grant in another account. */
export const accountsModel = defineModel(accountDirectoryModel);
