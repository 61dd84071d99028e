/** The server had no time for it, and says when to come again: a machine may be busy with something else. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
}
