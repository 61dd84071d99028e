import type { Hazard, MobilisationStatus, ResponseLevel } from '@panshi/contracts';
import { regionOf } from '@panshi/kernel';
import { defineView } from '@panshi/read-model';
import { Schema } from 'mongoose';

/** One grid in one activation. */
export interface MobilisationDocument {
  readonly _id: string;
  readonly _version: number;
  readonly activationId: string;
  readonly gridCode: string;
  readonly streetCode: string;
  readonly hazard: Hazard;
  readonly level: ResponseLevel;
  readonly status: MobilisationStatus;
  readonly orderedAt: string;
  /** By when to check in. */
  readonly checkInDue: string;
  /** The same, while nobody has: the clock looks at it. */
  readonly dueAt?: string;
  readonly checkedInAt?: string;
  readonly checkedInBy?: string;
  readonly late?: boolean;
  readonly releasedAt?: string;
}

const text = { type: String, required: true };

const schema = new Schema<MobilisationDocument>(
  {
    _id: text,
    _version: { type: Number, required: true },
    activationId: text,
    gridCode: { ...text, index: true },
    streetCode: text,
    hazard: text,
    level: text,
    status: text,
    orderedAt: text,
    checkInDue: text,
    dueAt: { type: String, index: true },
    checkedInAt: String,
    checkedInBy: String,
    late: Boolean,
    releasedAt: String,
  },
  { _id: false, versionKey: false },
);
schema.index({ activationId: 1, status: 1 });

export const mobilisations = defineView({
  name: 'mobilisations',
  version: 2,
  schema,
  from: ['GridMobilised', 'GridCheckedIn', 'CheckInMissed', 'GridDemobilised'],
  keys: ({ data }) => [`${data.activationId}-${data.gridCode}`],
  evolve: (document: MobilisationDocument | undefined, event, id): MobilisationDocument | undefined => {
    const { version: _version, occurredAt } = event;
    if (event.type === 'GridMobilised') {
      const { activationId, gridCode, hazard, level, dueAt } = event.data;
      return {
        _id: id,
        _version,
        activationId,
        gridCode,
        streetCode: regionOf(gridCode, 'street'),
        hazard: hazard as Hazard,
        level: level as ResponseLevel,
        status: 'ordered',
        orderedAt: occurredAt,
        checkInDue: dueAt,
        dueAt,
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
