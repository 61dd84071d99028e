import { commandOf } from '../message/command.ts';
import { queryOf } from '../message/query.ts';

export const CaseCommand = commandOf('case');
export const CaseQuery = queryOf('case');
