import type { Views } from '@panshi/read-model';
import { mobilisations } from './mobilisations.view.ts';

/** Codes of the grids that an activation ordered out and that have not checked in. */
export const openGrids = async (views: Views, activationId: string): Promise<readonly string[]> => {
  const codes: string[] = [];
  const filter = { activationId, status: { $in: ['ordered', 'missed'] } };
  let cursor: string | undefined;
  do {
    const page = await views.of(mobilisations).find({ filter, limit: 200, cursor });
    codes.push(...page.items.map(({ gridCode }) => gridCode));
    cursor = page.next;
  } while (cursor !== undefined);
  return codes;
};
