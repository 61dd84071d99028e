import { isNatsUrl } from '@panshi/messaging';
import { ValidateBy } from 'class-validator';

/** Where the broker is: `nats://` or `tls://`; unset, messages go in-process. */
export const IsNatsUrl = (): PropertyDecorator =>
  ValidateBy({
    name: 'isNatsUrl',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isNatsUrl(value),
      defaultMessage: (args) =>
        `${args?.property} must be nats://USER:PASSWORD@HOST:PORT or tls://…, several with commas between; unset: in-process`,
    },
  });
