import { caseDefinition } from '@panshi/case';
import { gridDefinition } from '@panshi/grid';
import { organizationDefinition } from '@panshi/organization';

/** The services that the demo's stories speak of. */
export const services = [organizationDefinition, gridDefinition, caseDefinition];
