import { isNatsUrl } from '@panshi/messaging';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateBy } from 'class-validator';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const provenances = ['real', 'demo', 'drill'] as const;

const oneOf = (allowed: readonly string[]) => ({ message: `$property must be one of ${allowed.join(', ')}` });
const aPort = { message: '$property must be a whole number from 0 to 65535 (0: any free port)' };
const aRate = { message: '$property must be a whole number from 1 to 10000000' };
const aMongoStore = { message: '$property must be sqlite:PATH or mongodb://HOST:PORT' };
const mongoStore = /^(?:sqlite:|mongodb(?:\+srv)?:\/\/)./;

/** The variables read of the environment, each with what is allowed. Messages name the variable, never its value. */
export class Environment {
  /** Folder of the pictures, and of every database whose own variable is unset. */
  PANSHI_DATA: string = './data';

  @IsOptional()
  @Matches(/^(?:sqlite:|(?:kurrentdb|esdb)(?:\+discover)?:\/\/)./, {
    message: '$property must be sqlite:PATH or kurrentdb://HOST:PORT',
  })
  PANSHI_EVENTS?: string;

  @IsOptional()
  @Matches(mongoStore, aMongoStore)
  PANSHI_VIEWS?: string;

  @IsOptional()
  @Matches(mongoStore, aMongoStore)
  PANSHI_KEYS?: string;

  @IsOptional()
  @ValidateBy(
    { name: 'isNatsUrl', validator: { validate: isNatsUrl } },
    {
      message:
        '$property must be nats://USER:PASSWORD@HOST:PORT or tls://…, several with commas between; unset: in-process',
    },
  )
  PANSHI_NATS?: string;

  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: '$property must be 32 bytes in base64' })
  PANSHI_MASTER_KEY?: string;

  @IsIn(provenances, oneOf(provenances))
  PANSHI_PROVENANCE: (typeof provenances)[number] = 'real';

  @Type(() => Number)
  @IsInt(aPort)
  @Min(0, aPort)
  @Max(65_535, aPort)
  PORT: number = 3000;

  @Matches(/^[\w.:-]{1,253}$/, { message: '$property must be an address or host name of this machine' })
  HOST: string = '127.0.0.1';

  /** Requests one account may make in a minute. */
  @Type(() => Number)
  @IsInt(aRate)
  @Min(1, aRate)
  @Max(10_000_000, aRate)
  PANSHI_REQUESTS_PER_MINUTE: number = 1200;

  @IsIn(logLevels, oneOf(logLevels))
  LOG_LEVEL: (typeof logLevels)[number] = 'info';
}
