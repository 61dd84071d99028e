import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** A JSON schema, as far as it is read here. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly 'x-unique-by'?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Media {
  readonly schema?: Schema;
  readonly 'x-itemSchema'?: Schema;
}

type Content = Readonly<Record<string, Media>>;

export interface Response {
  readonly content?: Content;
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
}

interface Said {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Response | { readonly $ref: string }>>;
  readonly security?: readonly object[];
  readonly 'x-permission'?: string;
}

interface Written {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Said>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/** One thing that can be asked of the server. */
export interface Operation extends Omit<Said, 'parameters'> {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
}

/** What a server says of itself, and a judge of values by its schemas. */
export class ApiDocument {
  readonly #ajv = new Ajv2020({ strictTypes: false, multipleOfPrecision: 9 });
  readonly #validators = new WeakMap<Schema, ValidateFunction>();
  readonly operations: readonly Operation[];

  constructor(private readonly written: Written) {
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.#ajv);
    this.#ajv.addVocabulary(['x-title', 'x-choices', 'x-unique-by', 'components']);
    this.#ajv.addSchema({ $id: 'api', components: { schemas: written.components.schemas } });
    this.operations = Object.entries(this.written.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { parameters = [], ...said }]) => ({
        ...said,
        method: method.toUpperCase(),
        path,
        parameters: parameters.map((each) => this.at<Parameter>(each)),
      })),
    );
  }

  get notAllowed(): Response {
    return this.written.components.responses!['method-not-allowed'] as Response;
  }

  /** What stands in the place of a reference. */
  at<T extends object>(each: T | { readonly $ref: string }): T {
    if (!('$ref' in each)) return each;
    const { $ref, ...beside } = each;
    const [, , kind = '', name = ''] = $ref.split('/');
    return { ...this.written.components[kind]![name], ...beside } as T;
  }

  /** What is wrong with a value; empty where nothing is. */
  faults(schema: Schema, value: unknown): string {
    const validate = this.#validators.get(schema) ?? this.#ajv.compile(pointed(schema));
    this.#validators.set(schema, validate);
    return validate(value) ? '' : this.#ajv.errorsText(validate.errors);
  }

  fits(schema: Schema, value: unknown): boolean {
    return this.faults(schema, value) === '';
  }
}

/** What a server says of itself now. */
export const documentOf = async (url: string): Promise<ApiDocument> =>
  new ApiDocument((await (await fetch(`${url}/docs/openapi.json`)).json()) as Written);

/** A schema whose references lead into the document. */
const pointed = (schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/')) as Schema;
