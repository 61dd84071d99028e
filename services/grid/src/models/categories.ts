import type { EventData } from '@panshi/contracts';
import { type Instant, regionOf } from '@panshi/kernel';
import { Editions } from './editions.ts';

/** The categories each district's catalogue has, by edition. */
export class Categories {
  readonly #editions = new Editions<ReadonlySet<string>>();

  published({ districtCode, edition: name, effectiveFrom, categories }: EventData['CataloguePublished']): void {
    const held = new Set(categories.map(({ code }) => code));
    this.#editions.published(districtCode, { name, effectiveFrom, held });
  }

  withdrawn({ districtCode, kind, name }: EventData['PublicationWithdrawn']): void {
    if (kind === 'catalogue') this.#editions.withdrawn(districtCode, name);
  }

  /** Codes of the categories in the edition in force in a district; none where none is in force. */
  of(districtCode: string, now: Instant): readonly string[] {
    return [...(this.#editions.inForce(districtCode, now) ?? [])];
  }

  /** Whether a category is in the edition in force in the region's district; undefined where none is in force. */
  has(categoryCode: string, regionCode: string, now: Instant): boolean | undefined {
    return this.#editions.inForce(regionOf(regionCode, 'district'), now)?.has(categoryCode);
  }
}
