import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { ThrottlerModule } from '@nestjs/throttler';
import { allQueries, routedCommands } from '@panshi/contracts';
import type { Keys } from '@panshi/privacy';
import { KEYS, SETTINGS, type Settings } from '@panshi/service-kit';
import { HistoryController } from './history/history.controller.ts';
import { LiveController } from './live/live.controller.ts';
import { Housekeeping } from './housekeeping/housekeeping.ts';
import { RateGuard } from './limits/rate.guard.ts';
import { WindowStorage } from './limits/window-storage.ts';
import { DailyQuota } from './pictures/daily-quota.ts';
import { PictureNaming } from './pictures/picture-naming.ts';
import { PictureTurns } from './pictures/picture-turns.ts';
import { PicturesController } from './pictures/pictures.controller.ts';
import { ProblemFilter } from './problem/problem.filter.ts';
import { commandController } from './routes/command-controller.ts';
import { CommandDispatcher } from './routes/command-dispatcher.ts';
import { Fingerprints } from './routes/fingerprints.ts';
import { queryController } from './routes/query-controller.ts';
import { UnreadQueriesGuard } from './routes/unread-queries.guard.ts';
import { Accounts } from './session/accounts.ts';
import { EndedSessions } from './session/ended-sessions.ts';
import { OpenHealthController } from './session/open-health.controller.ts';
import { PasswordCheck } from './session/password-check.ts';
import { ReachableServices } from './session/reachable-services.ts';
import { SessionController } from './session/session.controller.ts';
import { SessionGuard } from './session/session.guard.ts';
import { Sessions } from './session/sessions.ts';
import { Tokens } from './session/token.ts';
import { Streams } from './streams/streams.ts';

/** The only public door: REST over the commands and queries of the services, sessions, history, documentation. */
@Module({
  imports: [
    JwtModule.registerAsync({
      inject: [KEYS],
      useFactory: async (keys: Keys) => ({
        secret: Buffer.from(await keys.secret('tokens')),
        signOptions: { algorithm: 'HS256', issuer: 'panshi' },
        verifyOptions: { algorithms: ['HS256'], issuer: 'panshi' },
      }),
    }),
    ThrottlerModule.forRootAsync({
      inject: [SETTINGS],
      useFactory: ({ requestsPerMinute }: Settings) => ({
        throttlers: [{ ttl: 60_000, limit: requestsPerMinute }],
        storage: new WindowStorage(),
      }),
    }),
  ],
  controllers: [
    SessionController,
    HistoryController,
    LiveController,
    PicturesController,
    OpenHealthController,
    ...routedCommands().map(commandController),
    ...allQueries().map(queryController),
  ],
  providers: [
    Accounts,
    EndedSessions,
    Sessions,
    Streams,
    Tokens,
    CommandDispatcher,
    Fingerprints.provider,
    Housekeeping,
    DailyQuota,
    PictureNaming,
    PictureTurns,
    PasswordCheck,
    ReachableServices,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: RateGuard },
    { provide: APP_GUARD, useClass: UnreadQueriesGuard },
  ],
})
export class GatewayModule {}
