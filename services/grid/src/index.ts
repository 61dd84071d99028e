export { gridDefinition } from './grid.definition.ts';
export { GridModule } from './grid.module.ts';
export { gridBoard } from './views/grid-board.view.ts';
