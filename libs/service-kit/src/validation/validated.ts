import type { Type } from '@nestjs/common';
import { InvalidMessage } from '@panshi/messaging';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { fieldErrors } from './body-pipe.ts';

/** Input as an instance of its class; its fields keep the rules of the class. @throws {InvalidMessage} naming each that does not */
export const validated = <T extends object>(type: Type<T>, input: unknown): T => {
  const instance = plainToInstance(type, Object(input) as object);
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw new InvalidMessage(errors.flatMap((error) => fieldErrors(error, '')));
  return instance;
};
