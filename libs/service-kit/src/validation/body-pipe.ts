import { Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { validated } from './validated.ts';

/** Validates the command or query inside an envelope by its class, and makes it an instance of it. */
@Injectable()
export class BodyPipe implements PipeTransform<object, object> {
  constructor(
    private readonly field: 'command' | 'query',
    private readonly type: Type<object>,
  ) {}

  /** @throws {InvalidMessage} naming fields that break a rule, never a value */
  transform(envelope: object): object {
    return { ...envelope, [this.field]: validated(this.type, Reflect.get(envelope, this.field)) };
  }
}
