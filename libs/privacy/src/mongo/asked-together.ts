import { setImmediate as turnEnd } from 'node:timers/promises';

/** Makes one question of what is asked in one turn of the event loop; it is asked after all of them were. */
export const askedTogether = <Item, Answer>(
  ask: (items: readonly Item[]) => Promise<Answer>,
): ((items: readonly Item[]) => Promise<Answer>) => {
  let waiting: Item[] = [];
  let asking: Promise<Answer> | undefined;
  const askAll = async (): Promise<Answer> => {
    await turnEnd();
    const items = waiting;
    waiting = [];
    asking = undefined;
    return ask(items);
  };
  return (items) => {
    waiting.push(...items);
    return (asking ??= askAll());
  };
};
