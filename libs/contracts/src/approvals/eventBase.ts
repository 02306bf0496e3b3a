import { z } from 'zod';
import { Resolution } from './parties.js';

/** `commentId` names the stored comment; the text itself never enters the engine. A fresh `resolution` replaces the earlier one. */
export const common = { at: z.iso.datetime(), resolution: Resolution.optional() };

/** `actorId` is who acts; `forId` the holder of the task when a standing substitute acts for them. */
export const byPerson = { ...common, taskId: z.string(), actorId: z.string(), forId: z.string().optional(), commentId: z.string().min(1).optional() };
