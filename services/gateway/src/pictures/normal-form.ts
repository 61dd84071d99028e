import { pLimit } from '@panshi/async';
import { problem } from '../problem/refused.ts';

/** A phone's largest picture; more would take a gigabyte to open. */
const mostPixels = 64_000_000;

// Each takes a core for some tenths of a second and the memory of its pixels.
const few = pLimit(2);

/**
 * A picture in the form in which it is kept: opened, set upright by the camera's word, and written anew in its own
 * format, so that nothing else goes with it (place, time, owner, thumbnail, text behind its end).
 * @throws {ProblemError} `picture.unsupported`, `picture.broken`, `picture.too-many-pixels`
 */
export const normalForm = (bytes: Buffer): Promise<Buffer> => few(() => anew(bytes));

const anew = async (bytes: Buffer): Promise<Buffer> => {
  if (bytes.length === 0) throw problem('picture.broken');
  // Here, so that a process to which nobody sends a picture does not load it.
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' });
  const { format, width = 0, height = 0, pages = 1 } = await picture.metadata().catch(broken);
  if (pages > 1) throw problem('picture.broken');
  if (width * height > mostPixels) throw problem('picture.too-many-pixels', { most: mostPixels });
  const upright = picture.autoOrient();
  switch (format) {
    case 'jpeg':
      return upright.jpeg({ quality: 90 }).toBuffer().catch(broken);
    case 'png':
      return upright.png().toBuffer().catch(broken);
    case 'webp':
      return upright.webp({ quality: 90 }).toBuffer().catch(broken);
    default:
      throw problem('picture.unsupported');
  }
};

const broken = (error: Error): never => {
  throw /pixel limit/.test(error.message)
    ? problem('picture.too-many-pixels', { most: mostPixels })
    : problem('picture.broken');
};
