import type { Type } from '@nestjs/common';
import { HealthController } from '../health/health.controller.ts';
import { runProcess } from './run-process.ts';

/** Runs one service alone in this process; its HTTP server answers for its health and nothing else. */
export const startService = (name: string, module: Type, port: number): Promise<void> =>
  runProcess({ name, port, serve: () => ({ imports: [module], controllers: [HealthController] }) });
