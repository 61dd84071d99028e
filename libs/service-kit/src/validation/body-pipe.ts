import { Injectable, type PipeTransform, type Type, ValidationPipe } from '@nestjs/common';
import { fieldsOf, type FieldsType } from '@panshi/contracts';
import { type FieldError, InvalidMessage } from '@panshi/messaging';
import type { ValidationError } from 'class-validator';
import { cacheValidationRules } from './cache-validation-rules.ts';

cacheValidationRules();

/** Validates the command or query inside an envelope by its class, and makes it an instance of it. */
@Injectable()
export class BodyPipe implements PipeTransform<object, Promise<object>> {
  readonly #inner: ValidationPipe;

  constructor(
    private readonly field: 'command' | 'query',
    private readonly type: Type<object>,
  ) {
    this.#inner = new ValidationPipe({
      expectedType: type,
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      // Its class has the titles of the fields; what is answered leaves it out.
      validationError: { target: true },
      exceptionFactory: (errors) => new InvalidMessage(errors.flatMap((error) => fieldErrors(error, ''))),
    });
  }

  /** @throws {InvalidMessage} naming every field that breaks a rule, never a value */
  async transform(envelope: object): Promise<object> {
    const body: unknown = Reflect.get(envelope, this.field);
    const valid: unknown = await this.#inner.transform(body, { type: 'body', metatype: this.type });
    return { ...envelope, [this.field]: valid };
  }
}

/** Every rule that a field or a field within it breaks; `above` names what it lies in. */
export const fieldErrors = (error: ValidationError, above: string): FieldError[] => {
  const { property, constraints = {}, children = [], target } = error;
  const field = above + (property ?? '');
  const title = target && fieldsOf(target.constructor as FieldsType).get(property)?.title;
  return [
    ...Object.entries(constraints).map(([rule, message]) => ({ field, ...(title && { title }), rule, message })),
    ...children.flatMap((child) => fieldErrors(child, `${field}.`)),
  ];
};
