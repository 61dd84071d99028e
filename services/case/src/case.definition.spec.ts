import { definitionKeepsContracts } from '@panshi/testing';
import { caseDefinition } from './case.definition.ts';

definitionKeepsContracts(caseDefinition);
