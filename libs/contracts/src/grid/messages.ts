import { commandOf } from '../message/command.ts';
import { queryOf } from '../message/query.ts';

export const GridCommand = commandOf('grid');
export const GridQuery = queryOf('grid');
