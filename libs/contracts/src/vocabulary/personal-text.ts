/** A personal value as a reader gets it: in clear, erased for good, or not theirs to see. */
export type PersonalText =
  { readonly status: 'open'; readonly value: string } | { readonly status: 'erased' | 'withheld' };
