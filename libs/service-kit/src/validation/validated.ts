import type { Type } from '@nestjs/common';
import { fieldsOf, type FieldsType } from '@panshi/contracts';
import { type FieldError, InvalidMessage } from '@panshi/messaging';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { cacheValidationRules } from './cache-validation-rules.ts';

cacheValidationRules();

/**
 * A command or query as an instance of its class, whose rules its fields keep. (Nest's ValidationPipe awaits, walks a
 * body five times, and takes twice as long.) @throws {InvalidMessage}
 */
export const validated = <Message extends object>(type: Type<Message>, body: unknown): Message => {
  const instance = plainToInstance(type, Object(body) as object);
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    // A class may have no rules; a list is no message.
    forbidUnknownValues: Array.isArray(body),
  });
  if (errors.length > 0) throw new InvalidMessage(errors.flatMap((error) => fieldErrors(error, '')));
  return instance;
};

/** Every rule that a field or a field within it breaks; `above` names what it lies in. */
const fieldErrors = (error: ValidationError, above: string): FieldError[] => {
  const { property, constraints = {}, children = [], target } = error;
  const field = above + (property ?? '');
  const title = target && fieldsOf(target.constructor as FieldsType).get(property)?.title;
  return [
    ...Object.entries(constraints).map(([rule, message]) => ({ field, ...(title && { title }), rule, message })),
    ...children.flatMap((child) => fieldErrors(child, `${field}.`)),
  ];
};
