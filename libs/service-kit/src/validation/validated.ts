import type { Type } from '@nestjs/common';
import { fieldsOf, type FieldsType } from '@panshi/contracts';
import { type FieldError, InvalidMessage } from '@panshi/messaging';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { cacheValidationRules } from './cache-validation-rules.ts';
import { mostNesting, nestsTooDeep } from './nesting.ts';

cacheValidationRules();

/**
 * A command or query as an instance of its class, whose rules its fields keep. (Nest's ValidationPipe awaits, walks a
 * body five times, and takes twice as long.) @throws {InvalidMessage}
 */
export const validated = <Message extends object>(type: Type<Message>, body: unknown): Message => {
  const input = Object(body) as object;
  if (nestsTooDeep(input))
    throw new InvalidMessage([{ field: '', rule: 'nesting', message: `must not nest deeper than ${mostNesting}` }]);
  const unknown = [...unknownFields(type, input, '')];
  // A class may have no rules; a list is no message.
  const forbidUnknownValues = Array.isArray(body);
  const instance = plainToInstance(type, input);
  const errors = validateSync(instance, { forbidUnknownValues }).flatMap((error) => fieldErrors(error, ''));
  if (unknown.length + errors.length > 0) throw new InvalidMessage([...unknown, ...errors]);
  return instance;
};

/**
 * What the input holds that its class does not declare; `above` names what it lies in. Looked for in the input itself:
 * an instance has what every object inherits, and names such as `constructor` do not reach it.
 */
function* unknownFields(type: FieldsType, input: object, above: string): Iterable<FieldError> {
  const fields = fieldsOf(type);
  for (const [name, value] of Object.entries(input) as [string, unknown][]) {
    const field = above + name;
    const of = fields.get(name)?.of;
    if (of === undefined) yield { field, rule: 'whitelistValidation', message: `property ${name} should not exist` };
    else if (typeof of === 'function') yield* unknownWithin(of(), value, field);
  }
}

function* unknownWithin(type: FieldsType, value: unknown, field: string): Iterable<FieldError> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* unknownWithin(type, item, `${field}.${i}`);
  else if (typeof value === 'object' && value !== null) yield* unknownFields(type, value, `${field}.`);
}

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
