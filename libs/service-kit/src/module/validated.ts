import { InvalidMessage } from '@panshi/messaging';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { fieldErrors } from './body-pipe.ts';

/** A command or query whose fields keep the rules of its class, as the service that owns it asks of a client's. @throws {InvalidMessage} */
export const validated = <Message extends object>(message: Message): Message => {
  const instance = plainToInstance(message.constructor as new () => Message, message);
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw new InvalidMessage(errors.flatMap((error) => fieldErrors(error, '')));
  return instance;
};
