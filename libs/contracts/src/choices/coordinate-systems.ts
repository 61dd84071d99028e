import type { coordinateSystems } from '../vocabulary/coordinate-systems.ts';

export type CoordinateSystem = keyof typeof coordinateSystems;
