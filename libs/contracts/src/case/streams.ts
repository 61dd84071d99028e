import { defineStream } from '../message/stream.ts';

/** One case (案卷). */
export const caseStream = defineStream({ name: 'case', reader: 'case.read', key: ['caseId'] });

/** A district's catalogue and working calendar: one stream, so that an edition's name is taken once. */
export const catalogueStream = defineStream({ name: 'catalogue', reader: 'nobody', key: ['districtCode'] });
