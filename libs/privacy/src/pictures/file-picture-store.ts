import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SealBroken } from '../errors.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { reject } from '../rejections.ts';
import { type SuiteName, suites } from '../seal/suites.ts';
import { writeDurably } from './durable-file.ts';
import { type MediaType, mediaTypeOf } from './media-type.ts';
import { maxPictureBytes, type PictureStore } from './picture-store.ts';
import { nameOnce } from './named-file.ts';
import { headerOf, openFile, sealFile } from './sealed-file.ts';
import { sweepFiles } from './sweep-files.ts';
import { countUpload } from './uploads.ts';

export interface FilePicturesOptions {
  /** The folder the sealed files lie in; made when missing. */
  readonly directory: string;
  readonly keys: Pick<KeyStore, 'keyFor' | 'key'>;
  readonly suite?: SuiteName;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const checked = (bytes: Uint8Array): MediaType => {
  if (bytes.length > maxPictureBytes) reject('privacy.picture-too-large', { limit: maxPictureBytes });
  return mediaTypeOf(bytes) ?? reject('privacy.picture-type-refused');
};

/** Pictures as sealed files in a folder, each named by its id. */
export const filePictures = ({ directory, keys, suite = 'A256GCM' }: FilePicturesOptions): PictureStore => {
  const pathOf = (pictureId: string): string => join(directory, `${pictureId}.sealed`);
  const sealed = async (pictureId: string): Promise<Buffer | undefined> =>
    uuid.test(pictureId) ? readFile(pathOf(pictureId)).catch(absent) : undefined;
  return {
    async put({ subject, uploader }, bytes, keyClass = 'resident') {
      const mediaType = checked(bytes);
      const { version, key } = await keys.keyFor(subject, keyClass);
      const pictureId = randomUUID();
      const header = { format: 1, suite, subject, uploader, keyVersion: version, pictureId, mediaType } as const;
      const file = sealFile(header, key, randomBytes(suites[suite].nonceBytes), bytes);
      await writeDurably(pathOf(pictureId), file);
      return { pictureId, sha256: hashOf(file), size: bytes.length, mediaType };
    },
    async get(pictureId, mayRead) {
      const file = await sealed(pictureId);
      if (!file) return undefined;
      const header = headerOf(pictureId, file);
      if (!mayRead({ pictureId, subject: header.subject })) return { status: 'withheld' };
      const key = await keys.key(header.subject, header.keyVersion);
      if (key === 'erased') return { status: 'erased' };
      if (!key) throw new SealBroken(`the key of picture ${pictureId} is not in this keys database`);
      return { status: 'open', bytes: openFile(header, key, file), mediaType: header.mediaType };
    },
    async name({ pictureId, sha256, uploader, record }, instead) {
      const file = await sealed(pictureId);
      if (!file || hashOf(file) !== sha256 || headerOf(pictureId, file).uploader !== uploader) return 'unknown';
      return nameOnce(pathOf(pictureId), record, instead);
    },
    countUpload: (account, day) => countUpload(join(directory, 'uploads'), account, day),
    sweep: (stored, referenced) => sweepFiles(directory, stored, referenced),
  };
};

const hashOf = (file: Buffer): string => createHash('sha256').update(file).digest('hex');

const absent = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error;
};
