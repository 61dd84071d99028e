/** Part of a whole, in per cent with two decimals; `null` where the whole is nothing (n/a). */
export interface Rate {
  readonly part: number;
  readonly whole: number;
  readonly percent: number | null;
}

/** Figures of one street, unit or month. */
export interface CaseRatesRow {
  /** Street code, unit or month; `total` in the last row. */
  readonly key: string;
  /** Cases due in the span (应结案), deferred ones included. */
  readonly due: number;
  /** Of these, deferred without fault (缓办). */
  readonly deferred: number;
  /** closed ÷ (due − deferred). */
  readonly closing: Rate;
  /** closed in time ÷ (due − deferred). */
  readonly onTime: Rate;
  /** Checks failed ÷ checks made. */
  readonly rework: Rate;
  /** Cases given more time ÷ cases accepted. */
  readonly extension: Rate;
  /** Accepted in time ÷ accepted. */
  readonly response: Rate;
  /** Evaluated 4 or 5 ÷ evaluated. */
  readonly satisfaction: Rate;
}
