import type { RecordedEvent as Record } from '@kurrent/kurrentdb-client';
import { parseEnvelope } from '../envelope.ts';
import { UnusableStore } from '../errors.ts';
import type { RecordedEvent } from '../port.ts';
import { positionOfRecord } from './server-positions.ts';

/** A record of the server's as the event it holds. @throws {UnusableStore} when another wrote it */
export const recorded = ({ data, isJson, position, streamId, revision }: Record): RecordedEvent => {
  if (isJson) throw new UnusableStore(`event ${revision} of ${streamId} was not written by this system`);
  return parseEnvelope(Buffer.from(data as Uint8Array).toString('utf8'), positionOfRecord(position));
};
