import { ActivationView } from '@panshi/contracts';
import { type ViewDocument, viewSchema } from '@panshi/read-model';

/** An activation, from the first request of it to what came after its end. */
export interface ActivationDocument extends ViewDocument, Omit<ActivationView, 'activationId' | 'grids' | 'requests'> {}

export const activationSchema = viewSchema(ActivationView, {}, ['activationId', 'grids', 'requests']);
activationSchema.index({ districtCode: 1 });
activationSchema.index({ state: 1 });
