import type { Clock } from '@panshi/async';
import { Inject, Injectable } from '@nestjs/common';
import type { PictureStore } from '@panshi/privacy';
import { CLOCK, PICTURES } from '@panshi/service-kit';
import { chinaDay } from '@panshi/kernel';
import { problem } from '../problem/refused.ts';

/** Pictures of an account in a day of China, of all gateways together; one that is refused counts too, for it was opened. */
export const mostADay = 500;

/** Bounds the pictures that an account uploads. */
@Injectable()
export class DailyQuota {
  constructor(
    @Inject(PICTURES) private readonly pictures: Pick<PictureStore, 'countUpload'>,
    @Inject(CLOCK) private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** @throws {ProblemError} `picture.quota` */
  async take(account: string): Promise<void> {
    const day = chinaDay(new Date(this.clock.now()).toISOString());
    if ((await this.pictures.countUpload(account, day)) > mostADay)
      throw problem('picture.quota', { most: mostADay }, { retryAfterSeconds: 3600 });
  }
}
