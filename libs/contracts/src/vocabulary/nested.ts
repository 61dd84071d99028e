import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsDefined, ValidateNested } from 'class-validator';

/** A body of a class that must be there: `ValidateNested` alone lets an absent one pass. */
export const IsBody =
  (type: () => new () => object): PropertyDecorator =>
  (target, property) => {
    Type(type)(target, property);
    ValidateNested()(target, property);
    IsDefined()(target, property);
  };

/** A list of bodies of one class, with its least and greatest length. */
export const IsListOf =
  (type: () => new () => object, least: number, most: number): PropertyDecorator =>
  (target, property) => {
    Type(type)(target, property);
    ValidateNested({ each: true })(target, property);
    ArrayMaxSize(most)(target, property);
    ArrayMinSize(least)(target, property);
    IsArray()(target, property);
  };
