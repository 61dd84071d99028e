/**
 * The subject on which a process says that it has appended, so that others look at the log at once. Its message is the
 * position. A hint, no more: who misses it looks now and then anyway.
 */
export const logAppended = 'panshi.log.appended';
