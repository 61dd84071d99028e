import { definitionKeepsContracts } from '@panshi/testing';
import { organization } from './organization.definition.ts';

definitionKeepsContracts(organization);
