import { Controller, Get, Res } from '@nestjs/common';
import { Readiness } from '@panshi/service-kit';
import { SkipThrottle } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import { Open } from '../session/session.guard.ts';

/** For whoever runs the server: alive (the process answers), ready (log writable, views caught up). */
@Open()
@SkipThrottle()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  live(): object {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) response: FastifyReply): Promise<object> {
    const report = await this.readiness.report();
    if (report.status !== 'ok') response.status(503).header('Retry-After', 2);
    return report;
  }
}
