import { type FieldsType, readMessage } from '@panshi/contracts';
import { InvalidMessage } from '@panshi/messaging';

/** A command or query as an instance of its class, in its normal form. @throws {InvalidMessage} naming fields that break a rule */
export const validated = <Message extends object>(type: FieldsType<Message>, body: unknown): Message => {
  const read = readMessage(type, body ?? {});
  if ('refused' in read) throw new InvalidMessage(read.refused);
  return read.message;
};
