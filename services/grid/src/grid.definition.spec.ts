import { definitionKeepsContracts } from '@panshi/testing';
import { gridDefinition } from './grid.definition.ts';

/* The whole scope of wartime is looked at, not one region of it. */
definitionKeepsContracts(gridDefinition, [
  'ActivateWartime',
  'ApproveActivation',
  'ChangeLevel',
  'DeclineActivation',
  'NarrowScope',
  'StandDown',
  'WidenScope',
]);
