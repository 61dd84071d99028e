import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { memoryKeyStore } from '../keys/memory-key-store.ts';
import { filePictures } from './file-picture-store.ts';
import { maxPictureBytes } from './picture-store.ts';

const erasure = { ground: 'pipl-47', approver: 'officer-1', at: '2026-03-01T08:00:00.000Z' };
const jpeg = (size: number): Buffer => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), randomBytes(size - 4)]);
const anyone = () => true;
const one = { subject: 'r-1', uploader: 'u-1' };
const two = { subject: 'r-2', uploader: 'u-1' };

describe.each(['A256GCM', 'SM4-CTR+HMAC-SM3'] as const)('pictures sealed with %s', (suite) => {
  let directory: string;
  let keys: ReturnType<typeof memoryKeyStore>;
  const store = () => filePictures({ directory: join(directory, 'pictures'), keys, suite });
  const file = (pictureId: string): string => join(directory, 'pictures', `${pictureId}.sealed`);
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'panshi-pictures-'));
    keys = memoryKeyStore();
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('come back as they were, and lie on the disk as ciphertext only', async () => {
    const bytes = jpeg(50_000);
    const picture = await store().put(one, bytes);
    expect(picture).toMatchObject({ size: 50_000, mediaType: 'image/jpeg' });
    const onDisk = readdirSync(join(directory, 'pictures'));
    expect(onDisk).toEqual([`${picture.pictureId}.sealed`]);
    expect(readFileSync(file(picture.pictureId)).includes(bytes.subarray(100, 116))).toBe(false);
    expect(await store().get(picture.pictureId, anyone)).toEqual({ status: 'open', bytes, mediaType: 'image/jpeg' });
  });

  it('have the hash of the file as it lies there', async () => {
    const { pictureId, sha256 } = await store().put(one, jpeg(1000));
    expect(sha256).toBe(
      createHash('sha256')
        .update(readFileSync(file(pictureId)))
        .digest('hex'),
    );
  });

  it('are withheld from who may not see them, by whose they are', async () => {
    const { pictureId } = await store().put(one, jpeg(1000));
    const asked: unknown[] = [];
    expect(await store().get(pictureId, (picture) => (asked.push(picture), false))).toEqual({ status: 'withheld' });
    expect(asked).toEqual([{ pictureId, subject: 'r-1' }]);
  });

  it('of an erased person open no more, and no new ones are taken', async () => {
    const [gone, kept] = [await store().put(one, jpeg(1000)), await store().put(two, jpeg(1000))];
    await keys.erase('r-1', erasure);
    expect(await store().get(gone.pictureId, anyone)).toEqual({ status: 'erased' });
    expect(await store().get(kept.pictureId, anyone)).toMatchObject({ status: 'open' });
    await expect(store().put(one, jpeg(1000))).rejects.toMatchObject({ code: 'privacy.subject-erased' });
  });

  it('of acts in office outlive the erasure of the resident', async () => {
    const { pictureId } = await store().put(one, jpeg(1000), 'duty');
    await store().put(one, jpeg(1000));
    await keys.erase('r-1', erasure);
    expect(await store().get(pictureId, anyone)).toMatchObject({ status: 'open' });
  });

  it('do not open when any part of the file was altered, or it was put in the place of another', async () => {
    const { pictureId } = await store().put(one, jpeg(300));
    const whole = readFileSync(file(pictureId));
    for (const offset of [
      0,
      30,
      whole.indexOf('image') + 6,
      whole.indexOf(0x0a) + 3,
      whole.length - 100,
      whole.length - 1,
    ]) {
      const altered = Buffer.from(whole);
      altered[offset]! ^= 1;
      writeFileSync(file(pictureId), altered);
      await expect(store().get(pictureId, anyone)).rejects.toMatchObject({ name: 'SealBroken' });
    }
    const other = await store().put(one, jpeg(300));
    renameSync(file(other.pictureId), file(pictureId));
    await expect(store().get(pictureId, anyone)).rejects.toMatchObject({ name: 'SealBroken' });
  });

  it('too large or of another type are refused, and leave nothing behind', async () => {
    await expect(store().put(one, jpeg(maxPictureBytes + 1))).rejects.toMatchObject({
      code: 'privacy.picture-too-large',
      kind: 'invalid',
    });
    await expect(store().put(one, Buffer.from('<svg/>'))).rejects.toMatchObject({
      code: 'privacy.picture-type-refused',
    });
    expect(readdirSync(directory)).toEqual([]);
    expect(await store().put(one, jpeg(maxPictureBytes))).toMatchObject({ size: maxPictureBytes });
  });

  it('belong to the one record that names them first, with their hash, by who uploaded them', async () => {
    const { pictureId, sha256 } = await store().put(one, jpeg(1000));
    const naming = { pictureId, sha256, uploader: 'u-1', record: 'incident-1' };
    expect(await store().name({ ...naming, uploader: 'u-2' })).toBe('unknown');
    expect(await store().name({ ...naming, sha256: sha256.replace(/./, (c) => (c === '0' ? '1' : '0')) })).toBe(
      'unknown',
    );
    expect(await store().name({ ...naming, pictureId: '../secret' })).toBe('unknown');
    const all = await Promise.all(['a', 'b', 'c', 'd'].map((record) => store().name({ ...naming, record })));
    expect(all.filter((named) => named === 'named')).toHaveLength(1);
    const holder = 'abcd'[all.indexOf('named')]!;
    expect(await store().name(naming)).toEqual({ elsewhere: holder });
    expect(await store().name({ ...naming, record: holder })).toBe('named');
    expect(await store().name(naming, 'another')).toEqual({ elsewhere: holder });
    expect(await store().name(naming, holder)).toBe('named');
  });

  it('are counted by account and day, however many stores share the folder, and for two days', async () => {
    const count = (account: string, day: string) => store().countUpload(account, day);
    await Promise.all(Array.from({ length: 20 }, () => count('a', '2026-03-01')));
    expect(await count('a', '2026-03-01')).toBe(21);
    expect(await count('../a', '2026-03-01')).toBe(1);
    for (const day of ['2026-03-02', '2026-03-03']) expect(await count('a', day)).toBe(1);
    expect(readdirSync(join(directory, 'pictures', 'uploads')).toSorted()).toEqual(['2026-03-02', '2026-03-03']);
  });

  it('nobody stored are not there, whatever the id tries', async () => {
    writeFileSync(join(directory, 'secret.sealed'), 'x');
    expect(await store().get('0195c7e2-7b1a-7000-8000-123456789012', anyone)).toBeUndefined();
    expect(await store().get('../secret', anyone)).toBeUndefined();
  });

  it('are swept out when nothing refers to them, only in the span asked for, and no others', async () => {
    const put = async (storedAt: string) => {
      const { pictureId } = await store().put(one, jpeg(1000));
      utimesSync(file(pictureId), new Date(storedAt), new Date(storedAt));
      return pictureId;
    };
    const [orphan, named] = [await put('2026-03-01T08:00:00Z'), await put('2026-03-01T08:00:00Z')];
    const young = await put('2026-03-02T08:00:00Z');
    const asked: string[][] = [];
    const sweep = (since: string | undefined, before: string) =>
      store().sweep({ since, before }, async (ids) => (asked.push([...ids].sort()), new Set([named])));
    expect(await sweep('2026-03-01T08:00:01Z', '2026-03-02T08:00:00Z')).toBe(0);
    expect(asked).toEqual([]);
    expect(await sweep(undefined, '2026-03-02T08:00:00Z')).toBe(1);
    expect(asked).toEqual([[orphan, named].sort()]);
    expect(readdirSync(join(directory, 'pictures')).sort()).toEqual([named, young].map((id) => `${id}.sealed`).sort());
  });

  it('that were never taken leave nothing to sweep', async () => {
    const before = '2026-03-02T08:00:00Z';
    expect(await store().sweep({ before }, async (ids) => ids)).toBe(0);
  });
});
