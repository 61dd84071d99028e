/** Whether somebody may lead a grid. */
export interface Standing {
  /** Holds a party post today that lets its holder lead a grid. */
  readonly qualified: boolean;
}

/** What is known of the person to be appointed. */
export interface Candidate extends Standing {
  /** Entered as a person of the organisation. */
  readonly known: boolean;
}
