import { GridView } from '@panshi/contracts';
import type { BoundingBox, Point } from '@panshi/kernel';
import { type ViewDocument, viewSchema } from '@panshi/read-model';

/** A grid as lists and the map need it. It stays, with its status, when it ends. */
export interface GridDocument extends ViewDocument, Omit<GridView, 'gridCode' | 'location'> {
  readonly centre: Point;
  readonly box: BoundingBox;
  readonly vacant: boolean;
}

export const gridSchema = viewSchema(
  GridView,
  {
    centre: { lon: Number, lat: Number },
    box: { west: Number, south: Number, east: Number, north: Number },
    vacant: Boolean,
  },
  ['gridCode', 'location'],
);
gridSchema.index({ communityCode: 1 });
gridSchema.index({ streetCode: 1 });
gridSchema.index({ leaderId: 1 });
gridSchema.index({ 'box.west': 1 });
gridSchema.index({ 'centre.lon': 1, 'centre.lat': 1 });
