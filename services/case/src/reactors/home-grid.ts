import type { GridChange } from '@panshi/contracts';
import { centroid, contains, distanceMetres, type Point } from '@panshi/kernel';
import type { GridOutlineDocument } from '../views/grid-outlines.view.ts';

/** Where a case belongs, and why it is not there. */
export interface Home {
  readonly gridCode: string;
  readonly cause: GridChange;
}

/**
 * The grid of its community that holds a case's place now, where that is another than the case names. A place that no
 * grid holds goes to the nearest once its own grid is no more; undefined where there is none, or the case is at home.
 */
export const homeOf = (
  { gridCode, location }: { readonly gridCode: string; readonly location: Point },
  community: readonly GridOutlineDocument[],
): Home | undefined => {
  const own = community.find(({ _id }) => _id === gridCode);
  if (!own || (!own.ended && contains(own.ring, location))) return undefined;
  const grids = community.filter(({ ended }) => !ended);
  const holder = grids.find(({ ring }) => contains(ring, location)) ?? (own.ended && nearest(grids, location));
  return holder && { gridCode: holder._id, cause: own.ended ?? 'redrawn' };
};

const nearest = (grids: readonly GridOutlineDocument[], place: Point): GridOutlineDocument | undefined => {
  const far = ({ ring }: GridOutlineDocument): number => distanceMetres(centroid(ring), place);
  return grids.toSorted((a, b) => far(a) - far(b))[0];
};
