import type { Type } from '@nestjs/common';
import { PlansModule } from './plans/plans.module.js';
import { ProcessesModule } from './processes/processes.module.js';

/** Modules of all features. A feature adds its module here, and its routes to the access table. */
export const featureModules: Type[] = [PlansModule, ProcessesModule];
