import type { EventData } from '@panshi/contracts';
import { qualifiesAsGridLeader } from '@panshi/contracts';
import { chinaDay, type Instant } from '@panshi/kernel';
import type { Candidate } from '../candidate.ts';

/** Who is known, who of them has left, and who holds which posts that let them lead a grid. No personal value, ids only. */
export class People {
  readonly #known = new Set<string>();
  readonly #left = new Set<string>();
  /** Person to appointment to its first day; qualifying ones only. */
  readonly #qualifying = new Map<string, Map<string, string>>();

  registered(personId: string): void {
    this.#known.add(personId);
  }

  standing({ personId, serving }: EventData['PersonStandingChanged']): void {
    if (serving) this.#left.delete(personId);
    else this.#left.add(personId);
  }

  appointed({ personId, appointmentId, post, from }: EventData['AppointmentMade']): void {
    if (!qualifiesAsGridLeader(post)) return;
    const held = this.#qualifying.get(personId);
    if (held) held.set(appointmentId, from);
    else this.#qualifying.set(personId, new Map([[appointmentId, from]]));
  }

  ended({ personId, appointmentId }: EventData['AppointmentEnded']): void {
    this.#qualifying.get(personId)?.delete(appointmentId);
  }

  knows(personId: string): boolean {
    return this.#known.has(personId);
  }

  /** Whether the person is registered and has not left. */
  serves(personId: string): boolean {
    return this.knows(personId) && !this.#left.has(personId);
  }

  /** What is known of a person at an instant: a post counts from its first day in China. */
  candidate(personId: string, now: Instant): Candidate {
    const today = chinaDay(now);
    const held = [...(this.#qualifying.get(personId)?.values() ?? [])];
    return { known: this.knows(personId), qualified: held.some((from) => from <= today) };
  }
}
