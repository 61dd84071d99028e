import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Readiness } from './readiness.ts';

/** For whoever runs a service: alive (the process answers), ready (requests come here and can be done). */
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
