import { Controller } from '@nestjs/common';
import { SkipThrottle } from '@nestjs/throttler';
import { HealthController } from '@panshi/service-kit';
import { Open } from './session.guard.ts';

/** Whoever runs the server asks for its health without a session, as often as they like. */
@Open()
@SkipThrottle()
@Controller('health')
export class OpenHealthController extends HealthController {}
