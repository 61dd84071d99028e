import { organizationRejections } from '@panshi/contracts';
import { rejectionsAreWorded } from '@panshi/testing';

rejectionsAreWorded({ folder: import.meta.dirname, pattern: '*/*.ts', worded: organizationRejections });
