import { describe, expect, it } from '@jest/globals';
import { commandOptions, LapseRequest, OpenCase } from '@panshi/contracts';
import { issuedBy, type ServiceDefinition } from '@panshi/service-kit';
import { services } from './workspace.ts';

/** Commands that a service's reactors and timers declare, but another service owns. */
const foreign = (definition: Pick<ServiceDefinition, 'name' | 'reactors' | 'timers'>): readonly string[] =>
  issuedBy(definition)
    .filter((type) => commandOptions(type).service !== definition.name)
    .map((type) => `${definition.name} issues ${type.name} of ${commandOptions(type).service}`);

const definitions = services.map(({ definition }) => definition);

describe('a service reacts by its own commands', () => {
  it('in every definition', () => expect(definitions.flatMap(foreign)).toEqual([]));

  it('and each reactor and timer declares what it issues', () => {
    const issuers = definitions.flatMap(({ reactors, timers }) => [...reactors, ...timers]);
    expect(issuers.length).toBeGreaterThan(10);
    expect(issuers.filter(({ issues }) => issues.length === 0)).toEqual([]);
  });

  it('and one that does not would be seen', () => {
    const [reactor, timer] = [{ issues: [OpenCase] }, { issues: [LapseRequest] }];
    const meddling = { name: 'grid', reactors: [reactor], timers: [timer] } as unknown as ServiceDefinition;
    expect(foreign(meddling)).toEqual(['grid issues OpenCase of case']);
  });
});
