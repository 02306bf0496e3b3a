import { localDateOf } from '@fairmark/domain/calendar';
import type { Actor } from '../access/index.js';

/** The day it is for the person who asks. */
export const todayOf = (actor: Actor): string => localDateOf(new Date().toISOString(), actor.zone);
