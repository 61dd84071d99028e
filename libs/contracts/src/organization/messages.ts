import { commandOf } from '../message/command.ts';
import { queryOf } from '../message/query.ts';

export const OrganizationCommand = commandOf('organization');
export const OrganizationQuery = queryOf('organization');
