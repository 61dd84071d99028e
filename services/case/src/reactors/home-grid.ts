import type { GridChange } from '@panshi/contracts';
import { centroid, contains, distanceMetres, holderOf, type Point } from '@panshi/kernel';
import type { GridOutlineDocument } from '../views/grid-outlines.view.ts';

/** The grid a case must move to, and which change of grids is the cause. */
export interface Home {
  readonly gridCode: string;
  readonly cause: GridChange;
}

/**
 * The grid of the community that holds a case's location now, if it is another than the case names. Where no grid holds
 * the location and the case's own grid has ended: the nearest grid. Undefined where the case stays.
 */
export const homeOf = (
  { gridCode, location }: { readonly gridCode: string; readonly location: Point },
  community: readonly GridOutlineDocument[],
): Home | undefined => {
  const own = community.find(({ _id }) => _id === gridCode);
  if (!own || (!own.ended && contains(own.ring, location))) return undefined;
  const grids = community.filter(({ ended }) => !ended);
  const inOrder = grids.toSorted((a, b) => (a._id < b._id ? -1 : 1));
  const holder = holderOf(inOrder, location) ?? (own.ended && nearest(grids, location));
  if (!holder || holder === own) return undefined;
  return { gridCode: holder._id, cause: own.ended ?? 'redrawn' };
};

const nearest = (grids: readonly GridOutlineDocument[], place: Point): GridOutlineDocument | undefined => {
  const far = ({ ring }: GridOutlineDocument): number => distanceMetres(centroid(ring), place);
  return grids.toSorted((a, b) => far(a) - far(b))[0];
};
