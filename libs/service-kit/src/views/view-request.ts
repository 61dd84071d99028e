import { plainToInstance } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn, IsOptional, IsString, MaxLength, validateSync } from 'class-validator';
import type { ViewRequest } from './view-work.ts';

/** A request to the keeper of views as it arrives. */
class Arrived {
  @IsIn(['refold', 'rebuild'])
  act!: 'refold' | 'rebuild';

  @IsString()
  @MaxLength(64)
  view!: string;

  @IsOptional()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  documents?: string[];

  @IsOptional()
  @IsBoolean()
  fromStart?: boolean;
}

/** Reads a request; undefined where it is none. */
export const parseViewRequest = (text: string): ViewRequest | undefined => {
  let plain: unknown;
  try {
    plain = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) return undefined;
  const arrived = plainToInstance(Arrived, plain);
  if (validateSync(arrived, { whitelist: true, forbidNonWhitelisted: true }).length > 0) return undefined;
  const { act, view, documents = [], fromStart = false } = arrived;
  return act === 'refold' ? { act, view, documents } : { act, view, fromStart };
};
