import type { RedrawRegion, RegisterRegion, RenameRegion } from '@panshi/contracts';
import { regionLevel } from '@panshi/kernel';
import { reject } from '../reject.ts';
import { sameOutline, soundOutline, type Surroundings } from './outline.ts';
import { type DecideRegion, registered } from './region.ts';

export const registerRegion: DecideRegion<RegisterRegion, Surroundings> = (
  region,
  { regionCode, name, level, codeSystem, edition, ring: corners },
  { facts: surroundings },
) => {
  // First, whatever is registered: who gives a code another level means another region.
  if (regionLevel(regionCode) !== level || regionCode.endsWith('000'))
    reject('region.level-differs', { regionCode, level });
  if (region.status !== 'none') return reject('region.exists', { regionCode });
  const { around, known } = surroundings;
  if (around !== undefined && !known) reject('region.around-unknown', { around });
  const ring = corners ? soundOutline(corners, surroundings) : [];
  return [{ type: 'RegionRegistered', data: { regionCode, name, level, codeSystem, edition, ring } }];
};

export const renameRegion: DecideRegion<RenameRegion> = (region, { regionCode, name, codeSystem, edition }) => {
  const { name: previousName } = registered(region, regionCode);
  if (name === previousName) return [];
  return [{ type: 'RegionRenamed', data: { regionCode, name, previousName, codeSystem, edition } }];
};

export const redrawRegion: DecideRegion<RedrawRegion, Surroundings> = (region, command, { facts: surroundings }) => {
  const { regionCode } = command;
  const before = registered(region, regionCode);
  const ring = soundOutline(command.ring, surroundings);
  if (sameOutline(ring, before.ring)) return [];
  return [{ type: 'RegionRedrawn', data: { regionCode, ring } }];
};
