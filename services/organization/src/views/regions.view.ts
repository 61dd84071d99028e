import { type RegionEventType, regionEventTypes, RegionView } from '@panshi/contracts';
import { defineView, type ViewDocument, viewSchema } from '@panshi/read-model';

/** A region by its code. */
export interface RegionDocument extends ViewDocument, Omit<RegionView, 'regionCode'> {}

const schema = viewSchema(RegionView, {}, ['regionCode']);
schema.index({ level: 1 });

export const regionsView = defineView<RegionDocument, RegionEventType>({
  name: 'regions',
  version: 1,
  schema,
  from: regionEventTypes,
  keys: ({ data }) => [data.regionCode],
  evolve(region, { type, data, version: _version }, _id) {
    switch (type) {
      case 'RegionRegistered': {
        const { name, level, codeSystem, edition, ring } = data;
        return { _id, _version, name, level, codeSystem, edition, ring: ring.length > 0 ? ring : undefined };
      }
      case 'RegionRenamed': {
        const { name, codeSystem, edition } = data;
        return region && { ...region, _version, name, codeSystem, edition };
      }
      case 'RegionRedrawn':
        return region && { ...region, _version, ring: data.ring };
    }
  },
  text: ({ name }) => name,
});
