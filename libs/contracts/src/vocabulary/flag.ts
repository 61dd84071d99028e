import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, ValidateIf } from 'class-validator';

/** A truth value that may be absent, also as the text a query string carries. */
export const IsFlag = (): PropertyDecorator => (target, property) => {
  const read = ({ value }: { value: unknown }): unknown =>
    value === 'true' ? true : value === 'false' ? false : value;
  Transform(read)(target, property);
  IsBoolean()(target, property);
  IsOptional()(target, property);
};

/** A field that may be left out. Unlike `IsOptional` it refuses null, which no decision expects. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
