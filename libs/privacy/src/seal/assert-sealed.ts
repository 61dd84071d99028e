import { isSealed } from '@panshi/contracts';
import { ClearPersonalData } from '../errors.ts';
import { knownEventTypes, personalFields } from './event-types.ts';
import { foundFields } from './personal-fields.ts';
import { isSuite } from './suites.ts';

/**
 * The last gate before the log: every personal field present is sealed, for the subject it names.
 * @throws {ClearPersonalData} naming the field, never its content
 */
export const assertSealed = (type: string, data: object, types = knownEventTypes): void => {
  for (const { field, value, subject } of foundFields(data, personalFields(type, types)))
    if (!isSealed(value) || !isSuite(value.suite) || value.subject !== subject || value.keyVersion < 1)
      throw new ClearPersonalData(`${type}.${field} is personal and not sealed for its subject`);
};
