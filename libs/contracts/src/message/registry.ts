import type { FieldsType } from '../vocabulary/field.ts';

/** The declared classes of one kind of message, with what their decorators say of them. */
export class Registry<Options extends { readonly service: string }> {
  readonly #declared = new Map<FieldsType, Options>();

  constructor(private readonly kind: 'command' | 'query') {}

  declare(type: FieldsType, options: Options): void {
    this.#declared.set(type, options);
  }

  /** @throws {TypeError} when the class is no such message */
  optionsOf(type: FieldsType): Options {
    const options = this.#declared.get(type);
    if (!options) throw new TypeError(`${type.name} is no ${this.kind}`);
    return options;
  }

  /** Every class declared, or those of one service, in order of declaration. */
  all(service?: string): readonly FieldsType[] {
    return [...this.#declared].filter(([, each]) => !service || each.service === service).map(([type]) => type);
  }

  /** Where messages of the class are sent to. */
  subjectOf(type: FieldsType): string {
    return `panshi.${this.optionsOf(type).service}.${this.kind}.${type.name}`;
  }
}
