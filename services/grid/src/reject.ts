import {
  cloudGroupRejections,
  gridRejections,
  incidentRejections,
  verbalRejections,
  wartimeRejections,
} from '@panshi/contracts';
import { rejector } from '@panshi/kernel';

/** Refuses with a code of this service. */
export const reject = rejector({
  ...gridRejections,
  ...incidentRejections,
  ...wartimeRejections,
  ...verbalRejections,
  ...cloudGroupRejections,
});
