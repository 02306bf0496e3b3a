import { z } from 'zod';

/** How many people decide an appeal. Odd, so that a second ballot between two proposals always has a majority. */
export const PanelSize = z.union([z.literal(3), z.literal(5)]).meta({ id: 'PanelSize' });
export type PanelSize = z.infer<typeof PanelSize>;

/** What a plan says about appeals 申诉. */
export const AppealRules = z.object({ panelSize: PanelSize }).meta({ id: 'AppealRules' });
export type AppealRules = z.infer<typeof AppealRules>;
