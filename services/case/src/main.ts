import { startService } from '@panshi/service-kit';
import { CaseModule } from './case.module.ts';

await startService('case', CaseModule, 3003);
