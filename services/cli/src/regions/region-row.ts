import { type RegionCode, regionLevel } from '@panshi/kernel';

/** A region as a file has it; nothing of it is checked yet. */
export interface RegionRow {
  /** Where in the file it stands, in words. */
  readonly where: string;
  readonly fields: RegionFields;
}

/** What a file may say of a region: what RegisterRegion takes. */
export interface RegionFields {
  readonly regionCode: RegionCode;
  readonly name?: unknown;
  readonly level?: unknown;
  readonly codeSystem?: unknown;
  readonly edition?: unknown;
  readonly ring?: unknown;
}

/** What holds for each row that does not say otherwise. */
export interface Source {
  readonly codeSystem?: string | undefined;
  readonly edition?: string | undefined;
}

/** A row by its named values; where they leave a level out, it is what the code's length says. */
export const regionRow = (
  where: string,
  named: Readonly<Record<string, unknown>>,
  ring: unknown,
  source: Source,
): RegionRow => {
  const said = (name: string): unknown => {
    const value = named[name];
    if (value === '' || value === null) return undefined;
    return typeof value === 'number' ? String(value) : value;
  };
  const regionCode = String(said('regionCode') ?? '').trim();
  const fields = {
    regionCode,
    name: said('name'),
    level: said('level') ?? regionLevel(regionCode),
    codeSystem: said('codeSystem') ?? source.codeSystem,
    edition: said('edition') ?? source.edition,
    ring,
  };
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { where, fields: { regionCode, ...Object.fromEntries(present) } };
};
