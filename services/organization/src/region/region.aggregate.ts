import { RedrawRegion, regionStream, RegisterRegion, RenameRegion } from '@panshi/contracts';
import { defineAggregate, type Lookup } from '@panshi/service-kit';
import { regionsModel } from '../models/regions.model.ts';
import type { Surroundings } from './outline.ts';
import { redrawRegion, registerRegion, renameRegion } from './region.decisions.ts';
import { regionFold } from './region.ts';

const facts = ({ regionCode }: { readonly regionCode: string }, lookup: Lookup): Surroundings => {
  const around = regionCode.length > 6 ? regionCode.slice(0, -3) : undefined;
  if (around === undefined) return { known: false };
  const regions = lookup.model(regionsModel);
  return { around, known: regions.has(around), box: regions.get(around) };
};

export const regionAggregate = defineAggregate({
  stream: regionStream,
  fold: regionFold,
  regions: (_region, { data }) => [data.regionCode],
  commands: (on) => [
    on(RegisterRegion, { facts, decide: registerRegion }),
    on(RenameRegion, { decide: renameRegion }),
    on(RedrawRegion, { facts, decide: redrawRegion }),
  ],
});
