/** The TypeScript that binds each event type to its schema, its parser and its personal fields. */
export const registry = (events, sources) => {
  const clash = events.find((event, i) => events.findIndex((other) => other.type === event.type) !== i);
  if (clash) throw new Error(`two events are named ${clash.type}: an event's name is unique in the whole system`);
  const files = Map.groupBy(events, (event) => event.file);
  const groups = Map.groupBy(events, (event) => event.group);
  return [
    '// Generated from proto/ by scripts/generate.mjs. Do not edit.',
    `import type { Decided, Recorded } from '../event-data.ts';`,
    ...sources.map((file) => `export * from './${file}.ts';`),
    ...[...files].map(([file, members]) => `import { ${members.map((m) => m.type).join(', ')} } from './${file}.ts';`),
    '',
    '/** What each event type carries, as recorded: personal fields sealed. */',
    'export interface EventData {',
    ...events.map((event) => `  /** ${event.doc} */\n  ${event.type}: Recorded<${event.type}>;`),
    '}',
    '',
    'export type EventType = keyof EventData;',
    'export type EventOf<T extends EventType> = { [K in T]: { readonly type: K; readonly data: EventData[K] } }[T];',
    'export type DecidedOf<T extends EventType> = { [K in T]: { readonly type: K; readonly data: Decided<EventData[K]> } }[T];',
    '',
    ...[...groups].flatMap(([group, members]) => {
      const list = `${group[0].toLowerCase()}${group.slice(1)}EventTypes`;
      return [
        `export const ${list} = [${members.map((m) => `'${m.type}'`).join(', ')}] as const;`,
        `export type ${group}EventType = (typeof ${list})[number];`,
        `export type ${group}Event = EventOf<${group}EventType>;`,
        `export type ${group}Decided = DecidedOf<${group}EventType>;`,
        '',
      ];
    }),
    '/** A personal field: its path (`*` steps into an array), the field holding its subject, and the key class. */',
    'export interface PersonalField {',
    '  readonly path: readonly string[];',
    '  readonly subject: string;',
    `  readonly keyClass: 'resident' | 'duty';`,
    '}',
    '',
    'export interface EventTypeInfo {',
    '  readonly schema: string;',
    '  readonly fromJSON: (json: unknown) => object;',
    '  readonly personal: readonly PersonalField[];',
    '}',
    '',
    'export const eventTypes: Readonly<Record<EventType, EventTypeInfo>> = {',
    ...events.map(
      (event) =>
        `  ${event.type}: { schema: '${event.schema}', fromJSON: ${event.type}.fromJSON, personal: ${JSON.stringify(event.personal)} },`,
    ),
    '};',
    '',
  ].join('\n');
};
