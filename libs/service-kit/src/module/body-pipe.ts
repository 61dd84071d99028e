import { Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { validated } from './validated.ts';

/** Validates the command or query inside an envelope by its class, and makes it an instance of it. */
@Injectable()
export class BodyPipe implements PipeTransform<object, object> {
  readonly #field: 'command' | 'query';
  readonly #type: Type<object>;

  constructor(field: 'command' | 'query', type: Type<object>) {
    this.#field = field;
    this.#type = type;
  }

  /** @throws {InvalidMessage} naming every field that breaks a rule, never a value */
  transform(envelope: object): object {
    return { ...envelope, [this.#field]: validated(this.#type, Reflect.get(envelope, this.#field)) };
  }
}
