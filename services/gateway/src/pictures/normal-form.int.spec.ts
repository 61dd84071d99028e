import { describe, expect, it } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { noise } from '../../../../test/support/picture.ts';
import { dots, png } from '../../../../test/support/png.ts';
import { pictureLimit } from '../request/body-limits.ts';
import { normalForm, refusalOf } from './normal-form.ts';

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
    ['one that would have too many bytes without its palette', dots(2200), 'picture.grows'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(normalForm(Buffer.from(await bytes))).rejects.toMatchObject({ code });
  });

  // Nothing but the header is there: what was decoded would be found broken.
  it.each([
    ['a side too long', { width: 2_000_000, height: 32, depth: 1 }, { side: 16_384 }],
    ['too many lines', { width: 1, height: 2_000_000 }, { side: 16_384 }],
    ['too many pixels', { width: 8000, height: 8000, depth: 1 }, { most: 16_777_216 }],
    ['too many of 16 bits', { width: 4096, height: 2049, depth: 16, colour: 6 }, { most: 8_388_608 }],
    ['too many of one that is interlaced', { width: 4096, height: 2049, interlaced: true }, { most: 8_388_608 }],
  ])('refuses by its header alone one of %s', async (_, head, params) => {
    const { width, height } = head;
    await expect(normalForm(png(head))).rejects.toMatchObject({
      status: 422,
      code: 'picture.too-many-pixels',
      params: { width, height, ...params },
    });
  });

  it.each([
    ['a photograph of 50 megapixels', 8192, 6144, 'jpeg'],
    ['a panorama', 16_382, 3072, 'jpeg'],
    ['a screenshot of a whole page', 1440, 11_600, 'png'],
    ['a photograph that a messenger passed on', 4080, 3072, 'webp'],
  ] as const)('takes %s', async (_, width, height, format) => {
    const sent = await red(width, height)[format]().toBuffer();
    expect(await sharp(await normalForm(sent)).metadata()).toMatchObject({ width, height, format });
  });

  it('makes a photograph of many bytes no larger than may be kept', async () => {
    const sent = await noise(1800);
    expect(sent.length).toBeGreaterThan(pictureLimit / 2);
    expect((await normalForm(sent)).length).toBeLessThan(sent.length);
  });

  it('says what to do where opening takes too long', () =>
    expect(refusalOf(new Error('timeout: 42% complete'))).toMatchObject({ status: 422, code: 'picture.too-slow' }));
});
