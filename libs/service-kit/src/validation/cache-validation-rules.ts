import { getMetadataStorage } from 'class-validator';

type Storage = Pick<ReturnType<typeof getMetadataStorage>, 'getTargetValidationMetadatas' | 'groupByPropertyName'>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;

/**
 * Has class-validator look up the rules of a class once, and group them by field once: by itself it goes through every
 * class there is, and compares each rule with each other, at each validation. All rules are declared while modules load,
 * before the first validation.
 */
export const cacheValidationRules = (storage: Storage = getMetadataStorage()): void => {
  const lookUp = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, Rules>();
  storage.getTargetValidationMetadatas = (type, schema, always, strictGroups, groups) => {
    if (always || strictGroups || groups?.length) return lookUp(type, schema, always, strictGroups, groups);
    const found = known.get(type) ?? lookUp(type, schema, always, strictGroups, groups);
    known.set(type, found);
    return found;
  };
  const group = storage.groupByPropertyName.bind(storage);
  const grouped = new WeakMap<Rules, ReturnType<typeof group>>();
  storage.groupByPropertyName = (rules) => {
    const found = grouped.get(rules) ?? group(rules);
    grouped.set(rules, found);
    return found;
  };
};
