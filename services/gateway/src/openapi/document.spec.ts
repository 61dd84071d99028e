import { describe, expect, it } from '@jest/globals';
import { allCommands, commandOptions } from '@panshi/contracts';
import { openApiDocument } from './document.ts';

interface Shape {
  readonly properties?: Record<string, { readonly $ref?: string; readonly items?: { readonly $ref?: string } }>;
}

const document = openApiDocument();
const schemas = document.components?.schemas as unknown as Record<string, Shape>;
const open = allCommands().filter((type) => commandOptions(type).permission !== 'system.act');

describe('the API document', () => {
  it.each(open.map((type) => [type.name, type] as const))('describes the body of %s field by field', (name, type) => {
    const properties = Object.keys(schemas[name]?.properties ?? {});
    expect(properties.length).toBeGreaterThan(0);
    const { route, territory, creates } = commandOptions(type);
    const inPath = [...route.matchAll(/:(\w+)/g)].map((match) => match[1]);
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
});
