import { describe, expect, it } from '@jest/globals';
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
  it.each(open.map((type) => [type.name, type] as const))('describes the body of %s field by field', (name, type) => {
    const properties = Object.keys(schemas[name]?.properties ?? {});
    expect(properties.length).toBeGreaterThan(0);
    const { route, territory, creates } = commandOptions(type);
    const inPath = [...route!.matchAll(/:(\w+)/g)].map((match) => match[1]);
    const named = [...inPath, territory, creates].filter((field) => field !== undefined);
    expect(properties).toEqual(expect.arrayContaining(named));
  });

  it('refers to no schema that is missing', () => {
    const refs = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g);
    expect([...refs].map((match) => match[1] as string).filter((name) => !schemas[name])).toEqual([]);
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
    const streams = ['get /api/v1/history', 'get /api/v1/live'];
    const bare = answers.filter(([, content]) => {
      const name = content['application/json']?.schema.$ref?.split('/').at(-1);
      return name === undefined || Object.keys(schemas[name]?.properties ?? {}).length === 0;
    });
    expect(bare.map(([name]) => name)).toEqual(streams);
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
