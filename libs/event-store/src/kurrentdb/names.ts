/**
 * What streams are called on the server: several logs, and what is kept for them, live side by side.
 * @param log name of the log @throws {RangeError} unless it is of small letters, digits and hyphens
 */
export const namesOf = (log: string) => {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(log)) throw new RangeError(`a log is named by a-z, 0-9 and -, not ${log}`);
  return {
    /** With this the server's names of a log's streams begin, and no others: system streams begin with `$`. */
    prefix: `${log}/`,
    /** The server's name of a stream. */
    of: (stream: string): string => `${log}/${stream}`,
    /** With this no name begins. */
    nothing: `${log}.nothing/`,
    /** Where a reactor's cursor and lease are kept. */
    checkpoint: (name: string): string => `${log}.checkpoints/${name}`,
    /** Where the marks are kept that tell which moment is where. */
    marks: `${log}.marks`,
    /** Where an import is announced. */
    import: `${log}.import`,
  };
};

export type Names = ReturnType<typeof namesOf>;
