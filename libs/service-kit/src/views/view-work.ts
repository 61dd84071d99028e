import { filled, OperatorError, Rejection } from '@panshi/kernel';
import { NotLeading, type Projector, type RebuildProgress, viewRejections } from '@panshi/read-model';

/** What an operator asks of a view that is kept. */
export type ViewRequest =
  | {
      readonly act: 'refold';
      readonly view: string;
      /** Ids of parked documents; all of them where none is named. */
      readonly documents: readonly string[];
    }
  | { readonly act: 'rebuild'; readonly view: string; readonly fromStart: boolean };

/** A step of the work on a view; the last report says how it ended. Plain data: it crosses a socket. */
export type ViewWorkReport =
  | { readonly kind: 'begun' }
  | { readonly kind: 'progress'; readonly progress: RebuildProgress }
  | { readonly kind: 'refolded'; readonly document: string }
  | { readonly kind: 'not-refolded'; readonly document: string; readonly error: string }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'done'; readonly parked: number }
  | { readonly kind: 'cancelled' };

const words = new Map(Object.entries(viewRejections).map(([code, { en }]) => [code, en]));

/** An error in words for an operator. */
export const wordsFor = (error: unknown): string => {
  if (error instanceof Rejection)
    return `${error.code}: ${filled(words.get(error.code) ?? error.message, error.params)}`;
  if (error instanceof NotLeading) return `view.not-kept: ${error.message}`;
  if (error instanceof OperatorError) return error.message;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
};

/** Does what is asked where the view is kept, and reports each step. It does not throw: a failure is a report. @returns the last one */
export const doViewWork = async (
  projector: Projector,
  request: ViewRequest,
  report: (report: ViewWorkReport) => void,
  signal: AbortSignal,
): Promise<ViewWorkReport> => {
  report({ kind: 'begun' });
  const ended = await viewWork(projector, request, report, signal).catch((error: unknown): ViewWorkReport => ({
    kind: 'failed',
    error: wordsFor(error),
  }));
  report(ended);
  return ended;
};

const viewWork = async (
  projector: Projector,
  request: ViewRequest,
  report: (report: ViewWorkReport) => void,
  signal: AbortSignal,
): Promise<ViewWorkReport> => {
  if (request.act === 'refold') await refoldAll(projector, request.documents, report, signal);
  else {
    const { fromStart } = request;
    const onProgress = (progress: RebuildProgress): void => report({ kind: 'progress', progress });
    await projector.rebuild({ fromStart, onProgress }, signal);
  }
  return signal.aborted ? { kind: 'cancelled' } : { kind: 'done', parked: (await projector.table.parked()).length };
};

/** Each for itself: one that still fails keeps none of the others from being taken up. */
const refoldAll = async (
  projector: Projector,
  documents: readonly string[],
  report: (report: ViewWorkReport) => void,
  signal: AbortSignal,
): Promise<void> => {
  const named = documents.length > 0 ? documents : (await projector.table.parked()).map(({ id }) => id);
  for (const document of named) {
    if (signal.aborted) return;
    await projector.refold(document).then(
      () => report({ kind: 'refolded', document }),
      (error: unknown) => report({ kind: 'not-refolded', document, error: wordsFor(error) }),
    );
  }
};
