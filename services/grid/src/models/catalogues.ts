import type { EventData } from '@panshi/contracts';
import { type Instant, regionOf } from '@panshi/kernel';
import { Editions } from './editions.ts';

/** Codes of what an edition has. */
interface Edition {
  readonly categories: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

const codesOf = (entries: readonly { readonly code: string }[]): ReadonlySet<string> =>
  new Set(entries.map(({ code }) => code));

/** The categories and units each district's catalogue has, by edition. */
export class Catalogues {
  readonly #editions = new Editions<Edition>();

  published({ districtCode, edition: name, effectiveFrom, categories, units }: EventData['CataloguePublished']): void {
    const held = { categories: codesOf(categories), units: codesOf(units) };
    this.#editions.published(districtCode, { name, effectiveFrom, held });
  }

  withdrawn({ districtCode, kind, name }: EventData['PublicationWithdrawn']): void {
    if (kind === 'catalogue') this.#editions.withdrawn(districtCode, name);
  }

  /** Codes of the categories in the edition in force in a district; none where none is in force. */
  categories(districtCode: string, now: Instant): readonly string[] {
    return [...(this.#editions.inForce(districtCode, now)?.categories ?? [])];
  }

  /** Whether a category is in the edition in force in the region's district; undefined where none is in force. */
  hasCategory(categoryCode: string, regionCode: string, now: Instant): boolean | undefined {
    return this.#editions.inForce(regionOf(regionCode, 'district'), now)?.categories.has(categoryCode);
  }

  /** Whether a unit is in the edition in force in a district. */
  hasUnit(unit: string, districtCode: string, now: Instant): boolean {
    return this.#editions.inForce(districtCode, now)?.units.has(unit) ?? false;
  }
}
