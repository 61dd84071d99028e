import type { EventData } from '@panshi/contracts';
import { chinaDay, type Instant, isWorkingDay } from '@panshi/kernel';
import { Editions } from './editions.ts';

type Days = Parameters<typeof isWorkingDay>[0];

/** Each district's working calendar, by version. */
export class Calendars {
  readonly #versions = new Editions<Days>();

  published({ districtCode, version: name, effectiveFrom, ...held }: EventData['CalendarPublished']): void {
    this.#versions.published(districtCode, { name, effectiveFrom, held });
  }

  withdrawn({ districtCode, kind, name }: EventData['PublicationWithdrawn']): void {
    if (kind === 'calendar') this.#versions.withdrawn(districtCode, name);
  }

  /** Whether the district works on the day it is in China. Without a calendar in force every day is one of work. */
  isWorkingDay(districtCode: string, now: Instant): boolean {
    const days = this.#versions.inForce(districtCode, now);
    return days === undefined || isWorkingDay(days, chinaDay(now));
  }
}
