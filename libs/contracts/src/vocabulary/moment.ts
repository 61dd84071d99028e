import { IsISO8601, Matches } from 'class-validator';

/** An instant in UTC with milliseconds, `2026-03-01T08:00:00.000Z`. */
export const IsInstant = (): PropertyDecorator => (target, property) => {
  IsISO8601({ strict: true }, { message: '$property must be a moment that exists' })(target, property);
  Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, {
    message: '$property must be an instant in UTC with milliseconds',
  })(target, property);
};

/** A day in China, `YYYY-MM-DD`, that exists in the calendar; with `each`, a list of them. */
export const IsDay =
  (options: { each?: boolean } = {}): PropertyDecorator =>
  (target, property) => {
    IsISO8601({ strict: true }, { message: '$property must be a day that exists', ...options })(target, property);
    Matches(/^(?:19|20)\d{2}-\d{2}-\d{2}$/, { message: '$property must be a day, YYYY-MM-DD', ...options })(
      target,
      property,
    );
  };
