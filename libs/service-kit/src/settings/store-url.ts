import { ValidateBy } from 'class-validator';

/** `sqlite:PATH`; the named scheme is known, but this build cannot do it yet. */
export const IsStoreUrl = (later: string): PropertyDecorator =>
  ValidateBy({
    name: 'isStoreUrl',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && /^sqlite:./.test(value),
      defaultMessage: (args) =>
        String(args?.value).startsWith(`${later}:`)
          ? `${args?.property}: ${later} is not in this build yet; use sqlite:PATH`
          : `${args?.property} must be sqlite:PATH`,
    },
  });

/** The path of a `sqlite:` URL. */
export const pathOf = (url: string): string => url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
