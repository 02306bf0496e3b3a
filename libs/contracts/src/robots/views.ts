import { z } from 'zod';
import { DepartmentRef, Id, Instant, PersonRef } from '../common/index.js';
import { Locale } from '../identity/index.js';
import { RobotKind, RobotProcessKind, RobotRhythm } from './vocabulary.js';

/** A group's robot without its address and secret. `failure`: the vendor's code of the last message that was not taken, null when the last one arrived. */
export const RobotChannelView = z
  .object({
    id: Id, kind: RobotKind, name: z.string(), department: DepartmentRef.nullable(), processKinds: z.array(RobotProcessKind), rhythm: RobotRhythm, locale: Locale, signed: z.boolean(), enabled: z.boolean(),
    createdBy: PersonRef, createdAt: Instant, lastSentAt: Instant.nullable(), failedAt: Instant.nullable(), failure: z.string().nullable(),
  })
  .meta({ id: 'RobotChannelView' });
export type RobotChannelView = z.infer<typeof RobotChannelView>;

export const RobotChannelList = z.object({ channels: z.array(RobotChannelView) }).meta({ id: 'RobotChannelList' });
export type RobotChannelList = z.infer<typeof RobotChannelList>;

export const RobotChannelMade = z.object({ id: Id }).meta({ id: 'RobotChannelMade' });
export type RobotChannelMade = z.infer<typeof RobotChannelMade>;
