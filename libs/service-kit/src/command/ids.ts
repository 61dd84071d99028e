import { derivedId } from '@panshi/read-model';
import { reject } from '../rejections.ts';

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Ids that follow from a command's: deciding again, anywhere, yields the same ones. */
export interface CommandIds {
  /** The id of what a decision creates under this label. */
  newId(label: string): string;
  /** The id of the command's nth event, from 0. */
  eventId(index: number): string;
}

/** @throws {Rejection} `command.bad-id` */
export const idsOf = (commandId: string): CommandIds => {
  if (!uuidV7.test(commandId)) reject('command.bad-id');
  const time = Number.parseInt(commandId.slice(0, 8) + commandId.slice(9, 13), 16);
  return {
    newId: (label) => derivedId(time, commandId, 'id', label),
    eventId: (index) => derivedId(time, commandId, 'event', `${index}`),
  };
};
