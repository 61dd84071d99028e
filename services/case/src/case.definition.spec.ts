import { definitionKeepsContracts } from '@panshi/testing';
import { caseService } from './case.definition.ts';

definitionKeepsContracts(caseService);
