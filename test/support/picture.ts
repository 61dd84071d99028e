import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

/** A camera's JPEG on its side, with where it was taken. */
export const photograph = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#c00' } })
    .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 6/1 36/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** A JPEG that no codec makes smaller: some 40 KB for a side of 200. */
export const noise = (side: number): Promise<Buffer> =>
  sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 100 })
    .toBuffer();
