import { ActivationView } from '@panshi/contracts';
import { type ViewDocument, viewSchema } from '@panshi/read-model';

/** An activation, from the first request of it to what came after its end. */
export interface ActivationDocument extends ViewDocument, Omit<ActivationView, 'activationId' | 'grids'> {
  /** When the next pending request expires: the clock looks at it. */
  readonly dueAt?: string;
}

export const activationSchema = viewSchema(ActivationView, { dueAt: String }, ['activationId', 'grids']);
activationSchema.index({ districtCode: 1 });
activationSchema.index({ state: 1 });
activationSchema.index({ dueAt: 1 });
