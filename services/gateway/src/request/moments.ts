import { field } from '@panshi/contracts';

/** When a question is about. Whether the log has such a place is known to the service that owns the views. */
export class Moments {
  @field.position('至少包含的日志位置', 'Wait until the view has passed this position', { optional: true })
  after?: string;

  @field.pastMoment('截至', 'Answer as of this past instant, the end of this day in China, or this position', {
    optional: true,
  })
  asOf?: string;
}
