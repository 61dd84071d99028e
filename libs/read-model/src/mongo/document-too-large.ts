/** A document outgrew what MongoDB holds: the view must keep less in one, as a new version of it. */
export class DocumentTooLarge extends Error {
  override readonly name = 'DocumentTooLarge';
  readonly code = 'view.document-too-large';
}
