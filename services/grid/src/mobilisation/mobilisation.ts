import type { MobilisationDecided, MobilisationEvent } from '@panshi/contracts';
import type { Decide, Fold, Instant } from '@panshi/kernel';

/** One grid in one activation. */
export type Mobilisation =
  | { readonly status: 'idle' }
  | { readonly status: 'ordered' | 'missed'; readonly dueAt: Instant }
  | { readonly status: 'checked-in' }
  | { readonly status: 'released' };

const evolve = (mobilisation: Mobilisation, { type, data }: MobilisationEvent | MobilisationDecided): Mobilisation => {
  switch (type) {
    case 'GridMobilised':
      return { status: 'ordered', dueAt: data.dueAt };
    case 'GridCheckedIn':
      return { status: 'checked-in' };
    case 'CheckInMissed':
      return mobilisation.status === 'ordered' ? { ...mobilisation, status: 'missed' } : mobilisation;
    case 'GridDemobilised':
      return { status: 'released' };
  }
};

export const mobilisationFold: Fold<Mobilisation, MobilisationEvent | MobilisationDecided> = {
  initial: { status: 'idle' },
  evolve,
};

/** A rule of a mobilised grid. */
export type DecideMobilisation<Command, Facts = unknown> = Decide<Mobilisation, Command, MobilisationDecided, Facts>;
