/** What streams are called on the server: several logs, and what is kept for them, live side by side. */
export interface Names {
  /** With this the server's names of a log's streams begin, and no others: system streams begin with `$`. */
  readonly prefix: string;
  /** The server's name of a stream. */
  of(stream: string): string;
  /** With this no name begins. */
  readonly nothing: string;
  /** Where a reactor's cursor and lease are kept. */
  checkpoint(name: string): string;
  /** Where the marks are kept that tell which moment is where. */
  readonly marks: string;
  /** Where an import is announced. */
  readonly import: string;
}

/** @param log name of the log @throws {RangeError} unless it is of small letters, digits and hyphens */
export const namesOf = (log: string): Names => {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(log)) throw new RangeError(`a log is named by a-z, 0-9 and -, not ${log}`);
  return {
    prefix: `${log}/`,
    of: (stream) => `${log}/${stream}`,
    nothing: `${log}.nothing/`,
    checkpoint: (name) => `${log}.checkpoints/${name}`,
    marks: `${log}.marks`,
    import: `${log}.import`,
  };
};
