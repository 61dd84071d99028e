import { organizationRejections } from '@panshi/contracts';
import { rejector } from '@panshi/kernel';

/** Refuses with a code of this service. */
export const reject = rejector(organizationRejections);
