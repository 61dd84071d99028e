import { definitionKeepsContracts } from '@panshi/testing';
import { organizationDefinition } from './organization.definition.ts';

definitionKeepsContracts(organizationDefinition);
