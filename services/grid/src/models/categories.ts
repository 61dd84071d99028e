import type { EventData } from '@panshi/contracts';
import { type Instant, regionOf } from '@panshi/kernel';

interface Edition {
  readonly edition: string;
  readonly effectiveFrom: Instant;
  readonly codes: ReadonlySet<string>;
}

/** The categories each district's catalogue has, by edition. */
export class Categories {
  readonly #editions = new Map<string, readonly Edition[]>();

  published({ districtCode, edition: name, effectiveFrom, categories }: EventData['CataloguePublished']): void {
    const edition = { edition: name, effectiveFrom, codes: new Set(categories.map(({ code }) => code)) };
    const editions = [...(this.#editions.get(districtCode) ?? []), edition];
    this.#editions.set(
      districtCode,
      editions.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1)),
    );
  }

  withdrawn({ districtCode, kind, name }: EventData['PublicationWithdrawn']): void {
    if (kind !== 'catalogue') return;
    const editions = this.#editions.get(districtCode) ?? [];
    this.#editions.set(
      districtCode,
      editions.filter(({ edition }) => edition !== name),
    );
  }

  /** Whether a category is in the edition in force in the region's district; undefined where none is in force. */
  has(categoryCode: string, regionCode: string, now: Instant): boolean | undefined {
    const editions = this.#editions.get(regionOf(regionCode, 'district'));
    return editions?.find(({ effectiveFrom }) => effectiveFrom <= now)?.codes.has(categoryCode);
  }
}
