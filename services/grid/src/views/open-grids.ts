import { everyDocument, type Views } from '@panshi/read-model';
import { mobilisations } from './mobilisations.view.ts';

/** Those of the grids that have not checked in to an activation: of one that is unknown, all of them. */
export const openGrids = async (
  grids: readonly string[],
  activationId: string | undefined,
  views: Views,
): Promise<readonly string[]> => {
  if (activationId === undefined) return grids;
  const filter = { activationId, status: 'checked-in' };
  const done = await Array.fromAsync(everyDocument(views.of(mobilisations), { filter }), ({ gridCode }) => gridCode);
  const checkedIn = new Set(done);
  return grids.filter((code) => !checkedIn.has(code));
};
