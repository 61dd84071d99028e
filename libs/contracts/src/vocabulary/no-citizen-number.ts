import { registerDecorator, type ValidationOptions } from 'class-validator';
import { citizenNumber } from './citizen-number.ts';

/** The code a refused text is answered with. */
export const citizenNumberRefused = 'privacy.citizen-number-refused';

/** Refuses free text that holds a citizen's identity number: nothing here needs it, and what is not held cannot leak. */
export const NoCitizenNumber =
  (options?: ValidationOptions): PropertyDecorator =>
  (target, property) =>
    registerDecorator({
      name: 'noCitizenNumber',
      target: target.constructor,
      propertyName: property as string,
      options: {
        message: '$property must not hold an identity number',
        context: { code: citizenNumberRefused },
        ...options,
      },
      validator: { validate: (value: unknown) => typeof value !== 'string' || citizenNumber(value) === undefined },
    });
