import { Injectable } from '@nestjs/common';
import { LiveModels } from '../models/live-models.ts';
import { Reactors } from '../reactors/reactors.ts';
import { ProjectedViews } from '../views/projected-views.ts';
import { Readiness } from './readiness.ts';

/** One service's part in the readiness of its process. */
@Injectable()
export class ServiceHealth {
  constructor(
    readonly views: ProjectedViews,
    readonly models: LiveModels,
    readonly reactors: Reactors,
    readiness: Readiness,
  ) {
    readiness.include(this);
  }
}
