import { activeWartime } from './views/active-wartime.view.ts';
import { caseBoard } from './views/case-board.view.ts';
import { caseDeadlines } from './views/case-deadlines.view.ts';
import { caseFile } from './views/case-file.view.ts';
import { caseRates } from './views/case-rates.view.ts';
import { calendars, catalogues } from './views/catalogues.view.ts';
import { gridOutlines } from './views/grid-outlines.view.ts';
import { proposals } from './views/proposals.view.ts';

/** In a module of their own, which a thread that folds the past can load without the rest of the service. */
export const views = [
  caseBoard,
  caseFile,
  caseDeadlines,
  activeWartime,
  caseRates,
  catalogues,
  calendars,
  gridOutlines,
  proposals,
];

export const viewsFrom = import.meta.url;
