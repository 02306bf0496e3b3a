import type { Type } from '@nestjs/common';
import { PlansModule } from './plans/plans.module.js';
import { InboxModule } from './inbox/inbox.module.js';
import { LiveModule } from './live/live.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { ProcessesModule } from './processes/processes.module.js';

/** Modules of all features. A feature adds its module here, and its routes to the access table. */
export const featureModules: Type[] = [PlansModule, ProcessesModule, NoticesModule, LiveModule, InboxModule];
