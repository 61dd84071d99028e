import { OperatorError } from '@panshi/kernel';

/** The keys database or its master key is damaged, missing, or of a newer format. Says what to do; nothing was changed. */
export class UnusableKeys extends OperatorError {
  override readonly name = 'UnusableKeys';
}

/** The keys cannot be written now (closing, overloaded, disk full). What was asked did not happen. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** A picture cannot be stored now, for its disk is full. Nothing of it was. */
export class PicturesUnavailable extends Error {
  override readonly name = 'PicturesUnavailable';
}

/** Personal data was about to be recorded in clear. Names the field, never its content. */
export class ClearPersonalData extends Error {
  override readonly name = 'ClearPersonalData';
}

/** A sealed value that should open does not: its key was never here, or it was altered or moved. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}
