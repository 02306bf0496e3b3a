import type { RolloutView } from '@fairmark/contracts/rollouts';
import type { ComponentType } from 'react';
import { BenefitsTab } from '../benefits/BenefitsTab.js';
import { IssuesTab } from '../issues/RolloutIssues.js';
import { Risks } from '../risks/Risks.js';
import { Children } from './Children.js';
import { Decisions } from './Decisions.js';
import { Schedule } from './Schedule.js';

/** Parts of the board, what a sponsor needs first. A feature adds its own by one line and the text `tab.<key>`. */
export const tabs: readonly { key: string; Component: ComponentType<{ rollout: RolloutView }> }[] = [
  { key: 'decisions', Component: Decisions },
  { key: 'schedule', Component: Schedule },
  { key: 'children', Component: Children },
  { key: 'benefits', Component: BenefitsTab },
  { key: 'risks', Component: Risks },
  { key: 'issues', Component: IssuesTab },
];
