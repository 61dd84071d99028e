import { describe, expect, it } from '@jest/globals';
import { all, any, collect, events } from '../contract/sample.ts';
import { EventTooLarge, OutcomeUnknown, StoreUnavailable, WrongExpectedVersion } from '../errors.ts';
import { localStores } from './fixtures/local-stores.ts';

const { server, open } = localStores();

describe('on KurrentDB, an append', () => {
  it('that never reached a server is unavailable', async () => {
    const store = await open({ patienceMs: 1000 });
    await store.append('a', events(1), any());
    server().stop();
    // The first may still meet the connection that was cut.
    await expect(store.append('a', events(1), any())).rejects.toThrow();
    await expect(store.append('b', events(1), any())).rejects.toThrow(StoreUnavailable);
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    await server().start();
    expect(await all(store)).toHaveLength(1);
  });

  it('that is not answered has an unknown outcome, and its repetition gives the receipt', async () => {
    const store = await open({ patienceMs: 1000 });
    const repeated = events(2);
    const options = { expect: 'none', commandId: 'c-1' } as const;
    server().fate = () => 'unanswered';
    await expect(store.append('a', repeated, options)).rejects.toThrow(OutcomeUnknown);
    server().fate = () => 'answered';
    expect(await store.append('a', repeated, options)).toMatchObject({ version: 1, position: await store.head() });
    expect(await all(store)).toHaveLength(2);
  });

  it.each(['Timeout', 'Unknown'])('is sent again when the server answers %s', async (refused) => {
    const store = await open();
    let left = 2;
    server().fate = () => (left-- > 0 ? { refused } : 'answered');
    await expect(store.append('a', events(1), any())).resolves.toMatchObject({ version: 0 });
    expect(server().appends).toHaveLength(3);
  });

  it.each([
    ['AccessDenied', StoreUnavailable],
    ['MaximumAppendSizeExceeded', EventTooLarge],
  ])('is refused for good when the server answers %s', async (refused, error) => {
    const store = await open();
    server().fate = () => ({ refused });
    await expect(store.append('a', events(1), any())).rejects.toThrow(error);
    expect(server().appends).toHaveLength(1);
  });

  it('of another process in between is noticed, and the version told', async () => {
    const [one, two] = [await open(), await open()];
    await one.append('a', events(1), any());
    await two.append('a', events(2), any());
    const late = one.append('a', events(1), { expect: 0, commandId: 'c' });
    await expect(late).rejects.toEqual(new WrongExpectedVersion('a', 0, 2));
    await expect(one.append('a', events(1), any())).resolves.toMatchObject({ version: 3 });
  });

  it('repeated by another process is recognised, and with another body refused', async () => {
    const [one, two] = [await open(), await open()];
    const [event] = events(1);
    const options = { expect: 'any', commandId: 'c' } as const;
    await two.append('a', events(1), any());
    const receipt = await one.append('a', [event!], options);
    expect(await two.append('a', [event!], options)).toEqual(receipt);
    const other = { ...event!, fingerprint: 'f-2' };
    await expect((await open()).append('a', [other], options)).rejects.toThrow('is in the log already');
    expect(await collect(one.readStream('a'))).toHaveLength(2);
  });
});
