import { describe, expect, it } from '@jest/globals';
import { mediaTypeOf } from './media-type.ts';

describe('the media type of a picture', () => {
  it.each([
    ['image/jpeg', 'ffd8ffe000104a464946'],
    ['image/png', '89504e470d0a1a0a0000'],
    ['image/webp', '52494646240000005745425056503820'],
  ])('%s is known by its first bytes', (type, hex) => {
    expect(mediaTypeOf(Buffer.from(hex, 'hex'))).toBe(type);
  });

  it.each([
    ['a GIF', Buffer.from('GIF89a')],
    ['an SVG, which could carry script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', Buffer.from('<!doctype html>')],
    ['a sound in the same container as WebP', Buffer.from('RIFF\0\0\0\0WAVE')],
    ['a cut signature', Buffer.from('89504e47', 'hex')],
    ['nothing', Buffer.alloc(0)],
  ])('%s is none', (_, bytes) => {
    expect(mediaTypeOf(bytes)).toBeUndefined();
  });
});
