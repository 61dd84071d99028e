import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { anEvent } from './contract/sample.ts';
import { envelopeBytes, parseEnvelope } from './envelope.ts';
import type { RecordedEvent } from './port.ts';

const text = fc.string({ unit: 'binary' });
const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
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
  regions: fc.array(fc.constantFrom('320113', '320113001', '320113001002', '320113001002003'), { minLength: 1 }),
  traceparent: fc.option(fc.constant(traceparent), { nil: undefined }),
}) as never;

describe('the envelope', () => {
  it('is the canonical JSON of the event and its form, without the position', () => {
    fc.assert(
      fc.property(recorded, (event) => {
        expect(Buffer.from(envelopeBytes(event)).toString()).toBe(canonicalize({ ...event, v: 2 }));
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

  it('of another form is refused, saying which', () => {
    const event = { ...anEvent(), stream: 'a', version: 0, commandId: 'c', recordedAt: '2026-03-01T08:00:00.000Z' };
    const text = Buffer.from(envelopeBytes(event)).toString();
    for (const v of [1, 3])
      expect(() => parseEnvelope(text.replace('"v":2,', `"v":${v},`), '0000000000000001')).toThrow(
        `envelopes of version ${v}, this build knows 2`,
      );
  });
});
