import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Api } from '../support/api.ts';
import { servedDemo } from '../support/served.ts';

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, { readonly schema: object }> }>>;
}
interface Document {
  readonly components: { readonly schemas: Record<string, object> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Refuses fields that a schema does not declare: the document does not say so, that clients may meet newer ones. */
const strict = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, strict(value)]));
  return 'properties' in schema ? { ...inner, additionalProperties: false } : inner;
};

const panshi = servedDemo();
let document: Document;
let ajv: Ajv;
let queries: readonly { readonly id: string; readonly path: string; readonly schema: object }[];
const asked = new Set<string>();

beforeAll(async () => {
  document = (await (await fetch(`${panshi.url()}/docs/openapi.json`)).json()) as Document;
  ajv = new Ajv({ strict: true, allErrors: true, keywords: ['x-title', 'x-choices', 'components'] });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  ajv.addSchema({ $id: 'panshi', components: strict(document.components) as object });
  queries = Object.entries(document.paths).flatMap(([path, { get }]) => {
    const schema = get?.responses['200']?.content?.['application/json']?.schema;
    return get && schema ? [{ id: get.operationId, path, schema }] : [];
  });
}, 300_000);

/** The answer of a query, which must be as its schema says. */
const ask = async <T>(as: Api, id: string, parameters: Readonly<Record<string, string | number>> = {}): Promise<T> => {
  const { path, schema } = queries.find((query) => query.id === id)!;
  const left = new URLSearchParams();
  let at = path;
  for (const [name, value] of Object.entries(parameters))
    if (at.includes(`{${name}}`)) at = at.replace(`{${name}}`, String(value));
    else left.set(name, String(value));
  const answer = await as.ask<T>(`${at.replace('/api/v1', '')}?${left}`);
  const { $ref } = schema as { $ref: string };
  const validate = ajv.getSchema(`panshi${$ref}`)!;
  expect(validate(answer) ? [] : validate.errors).toEqual([]);
  asked.add(id);
  return answer;
};

interface Page<T> {
  readonly items: readonly T[];
}

describe('an answer is as the API document says, field by field', () => {
  it('of grids', async () => {
    const street = await panshi.as('demo-street');
    const { items } = await ask<Page<{ gridCode: string; lon: number; lat: number }>>(street, 'ListGrids', {
      limit: 200,
      facets: 'true',
    });
    await ask(street, 'ListGrids', { outlines: 'true', limit: 20 });
    for (const status of ['split', 'merged', 'retired']) await ask(street, 'ListGrids', { status });
    const [first] = items;
    await ask(street, 'GetGrid', { gridCode: first!.gridCode });
    await ask(street, 'LocateGrid', { lon: first!.lon, lat: first!.lat });
    await ask(street, 'ListCloudGroups', { limit: 200, facets: 'true' });
  });

  it('of incidents', async () => {
    const street = await panshi.as('demo-street');
    const { items } = await ask<Page<{ incidentId: string; categoryCode: string; lon: number; lat: number }>>(
      street,
      'ListIncidents',
      { limit: 200, facets: 'true' },
    );
    for (const { incidentId } of items.slice(0, 20)) await ask(street, 'GetIncident', { incidentId });
    const { categoryCode, lon, lat } = items[0]!;
    const parameters = { category: categoryCode, lon, lat, radius: 500, days: 90 };
    expect((await ask<Page<object>>(street, 'NearbyIncidents', parameters)).items.length).toBeGreaterThan(0);
  });

  it('of wartime', async () => {
    const officer = await panshi.as('demo-emergency');
    const { items } = await ask<Page<{ activationId: string }>>(officer, 'ListActivations');
    expect(items.length).toBeGreaterThan(0);
    for (const { activationId } of items) await ask(officer, 'GetActivation', { activationId });
    await ask(officer, 'ListMobilisations', { limit: 200, facets: 'true' });
  });

  it('of cases', async () => {
    const officer = await panshi.as('demo-case');
    const { items } = await ask<Page<{ caseId: string; stage: string }>>(officer, 'ListCases', {
      territory: '320113001',
      limit: 200,
      facets: 'true',
    });
    const each = new Map(items.map(({ caseId, stage }) => [stage, caseId]));
    for (const caseId of each.values()) await ask(officer, 'GetCase', { caseId });
    for (const by of ['street', 'unit', 'month'])
      await ask(officer, 'CaseRates', { from: '2020-01', to: '2099-12', by });
    await ask(officer, 'GetCatalogue', { districtCode: '320113' });
    await ask(officer, 'GetCalendar', { districtCode: '320113' });
  });

  it('of regions', async () => {
    const street = await panshi.as('demo-street');
    const { items } = await ask<Page<{ regionCode: string }>>(street, 'ListRegions', {
      limit: 200,
      facets: 'true',
    });
    await ask(street, 'ListRegions', { outlines: 'true', limit: 20 });
    for (const { regionCode } of items) await ask(street, 'GetRegion', { regionCode });
  });

  it('of organisations, people, appointments and accounts', async () => {
    const organisation = await panshi.as('demo-org');
    const street = { regionCode: '320113001', limit: 200 };
    const orgs = await ask<Page<{ orgId: string }>>(organisation, 'ListPartyOrgs', { ...street, facets: 'true' });
    await ask(organisation, 'GetPartyOrg', { orgId: orgs.items.at(-1)!.orgId });
    const people = await ask<Page<{ personId: string }>>(organisation, 'ListPeople', { ...street, facets: 'true' });
    for (const { personId } of people.items.slice(0, 20)) await ask(organisation, 'GetPerson', { personId });
    for (const status of ['running', 'ended'])
      await ask(organisation, 'ListAppointments', { ...street, status, facets: 'true' });
    const security = await panshi.as('demo-security');
    const accounts = await ask<Page<{ username: string }>>(security, 'ListAccounts', { limit: 200, facets: 'true' });
    await ask(security, 'GetAccountByUsername', { username: accounts.items[0]!.username });
  });

  it('of the gateway itself', async () => {
    await ask(await panshi.as('demo-street'), 'WhoAmI');
  });

  it('of every query there is', () =>
    expect([...asked].toSorted()).toEqual(
      queries
        .map(({ id }) => id)
        .filter((id) => !['Live', 'Ready'].includes(id))
        .toSorted(),
    ));

  it('and one with a field more is not', () => {
    const validate = ajv.getSchema('panshi#/components/schemas/Rate')!;
    expect(validate({ part: 1, whole: 2, percent: 50 })).toBe(true);
    expect(validate({ part: 1, whole: 2, percent: 50, share: 0.5 })).toBe(false);
  });
});
