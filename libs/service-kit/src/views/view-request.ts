import { ArrayMaxSize, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { validated } from '../validation/validated.ts';
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
  try {
    const { act, view, documents = [], fromStart = false } = validated(Arrived, JSON.parse(text));
    return act === 'refold' ? { act, view, documents } : { act, view, fromStart };
  } catch {
    return undefined;
  }
};
