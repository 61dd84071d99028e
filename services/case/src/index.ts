export { caseDefinition } from './case.definition.ts';
export { CaseModule } from './case.module.ts';
export { defaultCatalogue } from './catalogue/default-catalogue.ts';
export { caseBoard } from './views/case-board.view.ts';
