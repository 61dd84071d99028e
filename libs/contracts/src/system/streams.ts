import { defineStream } from '../message/stream.ts';

/** One reaction that a rule refused, by the command it wanted done. */
export const reactionStream = defineStream({ name: 'reaction', reader: 'nobody', key: ['commandId'] });
