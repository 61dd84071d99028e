import { everyDocument, type Views } from '@panshi/read-model';
import { mobilisations } from './mobilisations.view.ts';

/** Codes of the grids that an activation ordered out and that have not checked in. */
export const openGrids = async (views: Views, activationId: string): Promise<readonly string[]> => {
  const filter = { activationId, status: { $in: ['ordered', 'missed'] } };
  const open = await Array.fromAsync(everyDocument(views.of(mobilisations), { filter }));
  return open.map(({ gridCode }) => gridCode);
};
