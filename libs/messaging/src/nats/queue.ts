/** Of the processes of one service, one takes a request: `panshi.grid.command.ReportIncident` is `panshi.grid`'s. */
export const queueOf = (subject: string): string => subject.split('.').slice(0, 2).join('.');
