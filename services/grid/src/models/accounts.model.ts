import { accountDirectoryModel } from '@panshi/contracts';
import { defineModel } from '@panshi/service-kit';

/** Every account: who may approve is asked of it, for those who are not there themselves. */
export const accountsModel = defineModel(accountDirectoryModel);
