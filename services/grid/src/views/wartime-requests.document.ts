import { WartimeRequestView } from '@panshi/contracts';
import { type ViewDocument, viewSchema } from '@panshi/read-model';

/** A request of a second person's approval, and what became of it. */
export interface WartimeRequestDocument extends ViewDocument, Omit<WartimeRequestView, 'requestId'> {
  /** When it lapses, or its verbal approval is overdue, until it is decided or answered: the clock looks at it. */
  readonly dueAt?: string;
}

export const wartimeRequestSchema = viewSchema(WartimeRequestView, { dueAt: String }, ['requestId']);
wartimeRequestSchema.index({ activationId: 1 });
wartimeRequestSchema.index({ state: 1 });
wartimeRequestSchema.index({ dueAt: 1 });
