import { startService } from '@panshi/service-kit';
import { OrganizationModule } from './organization.module.ts';

await startService('organization', OrganizationModule, 3001);
