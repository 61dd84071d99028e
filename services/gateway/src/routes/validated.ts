import type { Type } from '@nestjs/common';
import { fieldsOf, type FieldsType } from '@panshi/contracts';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { FieldError } from '../problem/problem.ts';
import { problem } from '../problem/refused.ts';

/** Input of the gateway's own routes as an instance of its class. @throws {ProblemError} naming each bad field */
export const validated = <T extends object>(type: Type<T>, input: unknown): T => {
  const instance = plainToInstance(type, Object(input) as object);
  const found = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  if (found.length) throw problem('request.invalid', {}, { errors: found.flatMap(fieldErrors) });
  return instance;
};

const fieldErrors = ({ property, constraints = {}, target }: ValidationError): readonly FieldError[] => {
  const title = target && fieldsOf(target.constructor as FieldsType).get(property)?.title;
  return Object.entries(constraints).map(([rule, message]) => ({
    field: property,
    ...(title && { title }),
    rule,
    message,
  }));
};
