import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsNatsUrl } from './nats-url.ts';
import { IsStoreUrl } from './store-url.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const provenances = ['real', 'demo', 'drill'] as const;

const oneOf = (allowed: readonly string[]) => ({ message: `$property must be one of ${allowed.join(', ')}` });
const aPort = { message: '$property must be a whole number from 0 to 65535 (0: any free port)' };

const aRate = { message: '$property must be a whole number from 1 to 10000000' };

/** The variables read of the environment, each with what is allowed. Messages name the variable, never its value. */
export class Environment {
  @IsOptional()
  @IsStoreUrl('kurrentdb')
  PANSHI_EVENTS?: string;

  @IsOptional()
  @IsStoreUrl('mongodb')
  PANSHI_VIEWS?: string;

  @IsOptional()
  @IsStoreUrl('mongodb')
  PANSHI_KEYS?: string;

  @IsOptional()
  @IsNatsUrl()
  PANSHI_NATS?: string;

  @IsOptional()
  PANSHI_DATA?: string;

  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: '$property must be 32 bytes in base64' })
  PANSHI_MASTER_KEY?: string;

  @IsOptional()
  @IsIn(provenances, oneOf(provenances))
  PANSHI_PROVENANCE?: (typeof provenances)[number];

  @IsOptional()
  @Type(() => Number)
  @IsInt(aPort)
  @Min(0, aPort)
  @Max(65_535, aPort)
  PORT?: number;

  @IsOptional()
  @Matches(/^[\w.:-]{1,253}$/, { message: '$property must be an address or host name of this machine' })
  HOST?: string;

  /** Requests one account may make in a minute. */
  @IsOptional()
  @Type(() => Number)
  @IsInt(aRate)
  @Min(1, aRate)
  @Max(10_000_000, aRate)
  PANSHI_REQUESTS_PER_MINUTE?: number;

  @IsOptional()
  @IsIn(logLevels, oneOf(logLevels))
  LOG_LEVEL?: (typeof logLevels)[number];
}
