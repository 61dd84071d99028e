import { type Hazard, mobilisationEventTypes, MobilisationView } from '@panshi/contracts';
import { regionOf } from '@panshi/kernel';
import { defineView, type ViewDocument, viewSchema } from '@panshi/read-model';

/** One grid in one activation. */
export interface MobilisationDocument extends ViewDocument, MobilisationView {
  readonly streetCode: string;
  readonly hazard: Hazard;
  /** When to check in, while nobody has: the clock looks at it. */
  readonly dueAt?: string;
}

const schema = viewSchema(MobilisationView, { streetCode: String, hazard: String, dueAt: String });
schema.index({ gridCode: 1 });
schema.index({ dueAt: 1 });
schema.index({ activationId: 1, status: 1 });

export const mobilisations = defineView({
  name: 'mobilisations',
  version: 2,
  schema,
  from: mobilisationEventTypes,
  keys: ({ data }) => [`${data.activationId}-${data.gridCode}`],
  evolve: (document: MobilisationDocument | undefined, event, id): MobilisationDocument | undefined => {
    const { version: _version, occurredAt } = event;
    if (event.type === 'GridMobilised') {
      const { gridCode, dueAt } = event.data;
      return {
        _id: id,
        _version,
        ...event.data,
        streetCode: regionOf(gridCode, 'street'),
        status: 'ordered',
        orderedAt: occurredAt,
        checkInDue: dueAt,
      };
    }
    if (!document) return document;
    const settled = { ...document, _version, dueAt: undefined };
    switch (event.type) {
      case 'GridCheckedIn': {
        const { personId: checkedInBy, late } = event.data;
        return { ...settled, status: 'checked-in', checkedInAt: occurredAt, checkedInBy, late };
      }
      case 'CheckInMissed':
        return { ...settled, status: 'missed' };
      case 'GridDemobilised': {
        const status = event.data.cause === 'grid-replaced' ? 'replaced' : 'released';
        return { ...settled, status, releasedAt: occurredAt };
      }
    }
  },
});
