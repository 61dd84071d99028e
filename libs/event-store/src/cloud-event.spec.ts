import { describe, expect, it } from '@jest/globals';
import { toCloudEvent } from './cloud-event.ts';
import { anEvent } from './contract/sample.ts';

describe('an event as a CloudEvent', () => {
  const place = { stream: 'case-7', version: 3, position: '0000000000000042', commandId: 'c-1' };
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  const event = { ...anEvent({ traceparent }), ...place, recordedAt: '2026-03-01T08:00:00.000Z' };
  const cloudEvent = toCloudEvent(event);

  it('keeps every member of the event', () => {
    const { actor, data, schema, regions, ...rest } = event;
    const values = Object.values(cloudEvent);
    for (const value of [...Object.values(rest), ...Object.values(actor), data]) expect(values).toContain(value);
    expect(cloudEvent.regions.split(',')).toEqual(regions);
    expect(cloudEvent.dataschema).toBe(`proto:${schema}`);
  });

  it('has the attributes CloudEvents 1.0 requires, and names its extensions as it allows', () => {
    expect(cloudEvent).toMatchObject({ specversion: '1.0', id: event.id, source: '/panshi/log', type: event.type });
    for (const name of Object.keys(cloudEvent)) expect(name).toMatch(/^[a-z0-9]{1,20}$/);
  });
});
