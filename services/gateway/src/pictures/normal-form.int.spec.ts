import { describe, expect, it } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { normalForm } from './normal-form.ts';

const red = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#c00' } });
const taken = { IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 6/1 36/1' } };
const ending = Buffer.from('<script>alert(1)</script>');

describe('the form in which a picture is kept', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'of a %s is upright, with no place, camera or text behind its end',
    async (format) => {
      const sent = await red(40, 20).withExif(taken).withMetadata({ orientation: 6 })[format]().toBuffer();
      const tags = await sharp(sent).metadata();
      expect(tags).toMatchObject({ format, exif: expect.any(Buffer) });
      const kept = await normalForm(Buffer.concat([sent, ending]));
      const { exif, orientation, ...form } = await sharp(kept).metadata();
      expect([exif, orientation]).toEqual([undefined, undefined]);
      expect(form).toMatchObject(tags.orientation === 6 ? { format, width: 20, height: 40 } : { format });
      for (const trace of ['Camera', 'script', 'GPS']) expect(kept.includes(trace)).toBe(false);
    },
  );

  it('keeps a form that is the same when it is made again of itself', async () => {
    const png = await normalForm(await red(4, 4).png().toBuffer());
    expect(await normalForm(png)).toEqual(png);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'picture.broken'],
    ['the first bytes of a JPEG alone', Buffer.from('ffd8ff', 'hex'), 'picture.broken'],
    [
      'a PNG cut in half',
      red(200, 200)
        .png()
        .toBuffer()
        .then((all) => all.subarray(0, all.length / 2)),
      'picture.broken',
    ],
    ['a page', Buffer.from('<!doctype html>'), 'picture.broken'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'), 'picture.unsupported'],
    ['a GIF', red(2, 2).gif().toBuffer(), 'picture.unsupported'],
    ['more pixels than a camera has', red(12_000, 12_000).png().toBuffer(), 'picture.too-many-pixels'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(normalForm(Buffer.from(await bytes))).rejects.toMatchObject({ code });
  });
});
