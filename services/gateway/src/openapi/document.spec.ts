import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import {
  allCommands,
  allQueries,
  commandOptions,
  type Field,
  fieldsOf,
  type FieldsType,
  queryOptions,
} from '@panshi/contracts';
import { openApiDocument } from './document.ts';

interface Shape {
  readonly properties?: Record<string, Titled>;
}

const document = openApiDocument();
const schemas = document.components?.schemas as unknown as Record<string, Shape>;
const open = allCommands().filter((type) => commandOptions(type).permission !== 'system.act');

describe('the API document', () => {
  it('is one by the schema of OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect([valid, errors]).toEqual([true, undefined]);
    expect(document.openapi).toBe('3.1.0');
  });

  it('would be none where an answer had no description', async () => {
    const wrong = { ...document, paths: { '/x': { get: { responses: { 200: {} } } } } };
    expect((await new Validator().validate(wrong)).valid).toBe(false);
  });

  it.each(open.map((type) => [type.name, type] as const))('describes %s field by field', (name, type) => {
    const { route, territory, creates } = commandOptions(type);
    const [verb = '', path = ''] = route!.replaceAll(/:(\w+)/g, '{$1}').split(' ');
    const { parameters } = document.paths[`/api/v1${path}`]?.[verb.toLowerCase()] as Operation;
    const inPath = parameters.filter((each) => each.in === 'path').map((each) => each.name);
    const inBody = Object.keys(schemas[name]?.properties ?? {});
    expect([...inPath, ...inBody].toSorted()).toEqual([...fieldsOf(type).keys()].toSorted());
    expect([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted()).toEqual(inPath.toSorted());
    const named = [territory, creates].filter((field) => field !== undefined);
    expect([...inPath, ...inBody]).toEqual(expect.arrayContaining(named));
  });

  it('refers to no schema that is missing', () => {
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/([\w-]+)"/g)];
    expect(refs.length).toBeGreaterThan(1000);
    const missing = refs.filter(([, kind, name]) => !Object.hasOwn(document.components[kind!] ?? {}, name!));
    expect(missing.map(([whole]) => whole)).toEqual([]);
  });

  it('gives each operation one route of its own', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path as object));
    const ids = operations.map((operation) => (operation as { operationId: string }).operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(open.map(({ name }) => name)));
  });

  it('has no route for what only the system does', () => {
    expect(JSON.stringify(document.paths)).not.toContain('system.act');
  });

  it('describes every answer field by field', () => {
    const answers = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations as Record<string, Operation>).flatMap(([verb, { responses }]) =>
        Object.entries(responses)
          .filter(([status]) => status.startsWith('2') && status !== '204')
          .map(([, { content = {} }]) => [`${verb} ${path}`, content] as const),
      ),
    );
    const others = [
      'get /api/v1/history',
      'get /api/v1/incidents/{incidentId}/pictures/{pictureId}',
      'get /api/v1/live',
    ];
    const bare = answers.filter(([, content]) => {
      const name = content['application/json']?.schema.$ref?.split('/').at(-1);
      return name === undefined || Object.keys(schemas[name]?.properties ?? {}).length === 0;
    });
    expect(
      bare
        .map(([name]) => name)
        .filter((name) => !name.includes('/docs'))
        .toSorted(),
    ).toEqual(others);
  });

  it('gives every field and every choice a title in both languages', () => {
    const untitled = Object.entries(schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, field]) => !isTitled(field))
        .map(([field]) => `${name}.${field}`),
    );
    expect(untitled).toEqual([]);
  });
});

interface Operation {
  readonly parameters: readonly { readonly in?: string; readonly name?: string }[];
  readonly responses: Record<
    string,
    { readonly content?: Record<string, { readonly schema: { readonly $ref?: string } }> }
  >;
}

interface Titled {
  readonly 'x-title'?: { readonly zh: string; readonly en: string };
  readonly 'x-choices'?: readonly Titled[];
}

const isTitled = ({ 'x-title': title, 'x-choices': choices = [] }: Titled): boolean =>
  title !== undefined && /\p{Script=Han}|^HTTP/u.test(title.zh) && /[A-Za-z]/.test(title.en) && choices.every(isTitled);

/** Every class of the contracts whose fields cross a border, with what is nested in it. */
const everyClass = (): ReadonlySet<FieldsType> => {
  const found = new Set<FieldsType>();
  const add = (type: FieldsType): void => {
    if (found.has(type)) return;
    found.add(type);
    for (const { of } of fieldsOf(type).values()) if (typeof of === 'function') add(of());
  };
  for (const type of [...allCommands(), ...allQueries(), ...allQueries().map((query) => queryOptions(query).answer)])
    add(type);
  return found;
};

describe('the vocabulary of fields', () => {
  it('leaves no field of a command or a query of the system without a title', () => {
    const untitled = [...everyClass()].flatMap((type) =>
      [...fieldsOf(type)].filter(([, field]) => !isTitled(shown(field))).map(([name]) => `${type.name}.${name}`),
    );
    expect(untitled).toEqual([]);
  });

  it('would show a field without a title', () => expect(isTitled({ 'x-title': { zh: 'Grid', en: '' } })).toBe(false));
});

const shown = ({ title, of }: Field): Titled => ({ ...(typeof of === 'object' ? of : {}), 'x-title': title });
