import type { Instant } from '@panshi/kernel';

/** What is published, under which name and from when on. */
interface Published<T> {
  readonly name: string;
  readonly effectiveFrom: Instant;
  readonly held: T;
}

/** What the editions of each district hold. */
export class Editions<T> {
  readonly #byDistrict = new Map<string, readonly Published<T>[]>();

  published(districtCode: string, edition: Published<T>): void {
    const editions = [...this.#of(districtCode), edition];
    this.#byDistrict.set(
      districtCode,
      editions.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1)),
    );
  }

  withdrawn(districtCode: string, withdrawn: string): void {
    this.#byDistrict.set(
      districtCode,
      this.#of(districtCode).filter(({ name }) => name !== withdrawn),
    );
  }

  /** What the edition in force in a district holds; undefined where none is. */
  inForce(districtCode: string, now: Instant): T | undefined {
    return this.#of(districtCode).find(({ effectiveFrom }) => effectiveFrom <= now)?.held;
  }

  #of(districtCode: string): readonly Published<T>[] {
    return this.#byDistrict.get(districtCode) ?? [];
  }
}
