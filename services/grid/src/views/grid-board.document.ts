import type { GridKind, GridMemberKind, GridStatus } from '@panshi/contracts';
import type { BoundingBox, Point, Ring } from '@panshi/kernel';
import { Schema } from 'mongoose';

/** A grid as lists and the map need it. It stays, with its status, when it ends. */
export interface GridDocument {
  readonly _id: string;
  readonly name: string;
  readonly kind: GridKind;
  readonly communityCode: string;
  readonly streetCode: string;
  readonly status: GridStatus;
  readonly centre: Point;
  readonly box: BoundingBox;
  readonly ring: Ring;
  /** Square metres. */
  readonly area: number;
  readonly leaderId?: string;
  readonly vacant: boolean;
  readonly members: readonly { readonly personId: string; readonly kind: GridMemberKind }[];
  readonly from: readonly string[];
  readonly to: readonly string[];
}

const degrees = { type: Number, required: true };
const point = { lon: degrees, lat: degrees };

export const gridSchema = new Schema<GridDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    kind: { type: String, required: true },
    communityCode: { type: String, required: true, index: true },
    streetCode: { type: String, required: true, index: true },
    status: { type: String, required: true },
    centre: point,
    box: { west: degrees, south: degrees, east: degrees, north: degrees },
    ring: [{ _id: false, ...point }],
    area: { type: Number, required: true },
    leaderId: { type: String, index: true },
    vacant: { type: Boolean, required: true },
    members: [{ _id: false, personId: String, kind: { type: String } }],
    from: [String],
    to: [String],
  },
  { _id: false, versionKey: false },
);
gridSchema.index({ 'box.west': 1 });
gridSchema.index({ 'centre.lon': 1, 'centre.lat': 1 });
