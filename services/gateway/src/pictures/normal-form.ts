import { pictureLimit } from '../request/body-limits.ts';
import type { ProblemError } from '../problem/problem.ts';
import { problem } from '../problem/refused.ts';
import type { Metadata, Sharp } from 'sharp';

/** Pixels of a side: a panorama of an iPhone has 16,382; no WebP has more than 16,383; a screenshot of a whole page has fewer. */
const mostOfSide = 16_384;

/**
 * Pixels that are taken of each format, by what telephones make: 50 megapixels from a camera, as JPEG (8192 × 6144, a 50 MP
 * sensor of Samsung or Sony; 8064 × 6048, an iPhone; pictures of more do not fit into the bytes that are taken), PNG for
 * screenshots (1440 × 3200; 11,650 lines of that width, of a whole page), WebP for what messengers pass on (12 MP, 4080 × 3072).
 */
const most: Readonly<Record<string, number>> = { jpeg: 8192 * 6144, png: 4096 * 4096, webp: 4096 * 3072 };

/** Seconds by the clock that one picture may take, on a machine with much else to do. */
const longest = 5;

/** How each format is written: where more effort costs times as much for some percent of the bytes, with little. */
const write: Readonly<Record<string, (upright: Sharp, quality: number) => Sharp>> = {
  jpeg: (upright, quality) => upright.jpeg({ quality }),
  png: (upright) => upright.png({ compressionLevel: 3 }),
  webp: (upright, quality) => upright.webp({ quality, effort: 0 }),
};

/**
 * A picture in the form in which it is kept: opened, set upright by the camera's word, and written anew in its own
 * format, so that nothing else goes with it (place, time, owner, thumbnail, text behind its end). Its size is judged by its
 * header, before it is decoded. The largest that are taken keep a core busy for 0.2 s (PNG), 0.9 s (WebP), 0.8 s (JPEG; 1.3 s
 * where it has to be turned); a photograph of 12 megapixels as JPEG for 0.2 s.
 * @throws {ProblemError} `picture.unsupported`, `picture.broken`, `picture.too-many-pixels`, `picture.too-slow`, `picture.grows`
 */
export const normalForm = async (bytes: Buffer): Promise<Buffer> => {
  if (bytes.length === 0) throw problem('picture.broken');
  // Here, so that a process to which nobody sends a picture does not load it.
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  // How many pixels are taken depends on the format: `checked` says, of the same header.
  const picture = sharp(bytes, { limitInputPixels: false, failOn: 'error' });
  const metadata = await picture.metadata().catch(refuse);
  const format = checked(metadata);
  const quality = qualityFor(bytes.length, metadata);
  const kept = await write[format]!(picture.autoOrient(), quality)
    .timeout({ seconds: longest })
    .toBuffer()
    .catch(refuse);
  if (kept.length > pictureLimit) throw problem('picture.grows', { limit: pictureLimit });
  return kept;
};

/** The format, of a picture that can be opened at a bounded cost. */
const checked = ({ format, width, height, pages = 1, depth, isProgressive }: Metadata): string => {
  if (pages > 1) throw problem('picture.broken');
  const taken = most[format];
  if (taken === undefined) throw problem('picture.unsupported');
  // 16 bits a channel, and what is complete only with its last bytes, costs twice as much time or memory.
  const pixels = depth === 'ushort' || isProgressive ? taken / 2 : taken;
  if (Math.max(width, height) > mostOfSide || width * height > pixels)
    throw problem('picture.too-many-pixels', { width, height, side: mostOfSide, most: pixels });
  return format;
};

/** A quality at which what has many bytes already has no more when it is written anew; of many pixels it was compressed hard. */
const qualityFor = (bytes: number, { width, height }: Metadata): number => {
  if (bytes < pictureLimit / 2) return 90;
  return width * height > 25_000_000 ? 60 : 80;
};

const refuse = (error: Error): never => {
  throw refusalOf(error);
};

/** What is refused where libvips does not open a picture. */
export const refusalOf = ({ message }: Error): ProblemError =>
  problem(message.startsWith('timeout') ? 'picture.too-slow' : 'picture.broken');
