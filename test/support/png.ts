import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
};

interface Head {
  readonly width: number;
  readonly height: number;
  /** Bits a channel. */
  readonly depth?: number;
  /** 0 grey, 3 by a palette, 6 with transparency (PNG, 11.2.1). */
  readonly colour?: number;
  readonly interlaced?: boolean;
}

/** A PNG of what is given, whether or not its data is what its head says. */
export const png = (
  { width, height, depth = 8, colour = 0, interlaced = false }: Head,
  data = Buffer.alloc(1),
  palette?: Buffer,
): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, Number(interlaced)], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...(palette ? [chunk('PLTE', palette)] : []),
    chunk('IDAT', deflateSync(data, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** Dots of 256 colours at random: what a palette keeps in a byte each takes more without it. */
export const dots = (side: number): Buffer => {
  const lines = Array.from({ length: side }, () => Buffer.concat([Buffer.alloc(1), randomBytes(side)]));
  return png({ width: side, height: side, colour: 3 }, Buffer.concat(lines), randomBytes(768));
};
