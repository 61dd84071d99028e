import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { anEvent } from './contract/sample.ts';
import { envelopeBytes, parseEnvelope } from './envelope.ts';
import type { RecordedEvent } from './port.ts';

const text = fc.string({ unit: 'binary' });
const recorded: fc.Arbitrary<Omit<RecordedEvent, 'position'>> = fc.record({
  ...Object.fromEntries(
    ['id', 'type', 'stream', 'schema', 'commandId', 'correlationId', 'causationId', 'fingerprint'].map((name) => [
      name,
      text,
    ]),
  ),
  version: fc.nat(),
  recordedAt: fc.constant('2026-03-01T08:00:00.000Z'),
  occurredAt: fc.constant('2026-03-01T07:00:00.000Z'),
  provenance: fc.constantFrom('real', 'demo', 'import', 'drill'),
  actor: fc.record({ account: text, person: text, post: text }),
  data: fc.dictionary(text, fc.jsonValue({ stringUnit: 'binary' })),
}) as never;

describe('the envelope', () => {
  it('is the canonical JSON of the event and its form, without the position', () => {
    fc.assert(
      fc.property(recorded, (event) => {
        expect(Buffer.from(envelopeBytes(event)).toString()).toBe(canonicalize({ ...event, v: 1 }));
      }),
    );
  });

  it('reads back as the event, at the position given', () => {
    fc.assert(
      fc.property(recorded, (event) => {
        const back = parseEnvelope(Buffer.from(envelopeBytes(event)).toString(), '0000000000000042');
        const plain = JSON.parse(JSON.stringify(event)) as object;
        expect(back).toEqual({ ...plain, position: '0000000000000042' });
      }),
    );
  });

  it('of another form is refused', () => {
    const event = { ...anEvent(), stream: 'a', version: 0, commandId: 'c', recordedAt: '2026-03-01T08:00:00.000Z' };
    const later = Buffer.from(envelopeBytes(event)).toString().replace('"v":1,', '"v":2,');
    expect(() => parseEnvelope(later, '0000000000000001')).toThrow('envelope version 2');
  });
});
