import { startService } from '@panshi/service-kit';
import { GridModule } from './grid.module.ts';

await startService('grid', GridModule, 3002);
