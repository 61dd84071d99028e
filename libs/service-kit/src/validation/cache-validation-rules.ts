import { getMetadataStorage } from 'class-validator';

type LookUp = ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas'];

/**
 * Has class-validator look up the rules of a class once: by itself it goes through every class there is, and compares
 * each rule with each other, at each validation. All rules are declared while modules load, before the first validation.
 */
export const cacheValidationRules = (
  storage: { getTargetValidationMetadatas: LookUp } = getMetadataStorage(),
): void => {
  const lookUp: LookUp = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<LookUp>>();
  storage.getTargetValidationMetadatas = (type, schema, always, strictGroups, groups) => {
    if (always || strictGroups || groups?.length) return lookUp(type, schema, always, strictGroups, groups);
    const found = known.get(type) ?? lookUp(type, schema, always, strictGroups, groups);
    known.set(type, found);
    return found;
  };
};
