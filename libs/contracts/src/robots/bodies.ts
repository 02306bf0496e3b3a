import { z } from 'zod';
import { Id } from '../common/index.js';
import { Locale } from '../identity/index.js';
import { RobotKind, RobotProcessKind, RobotRhythm } from './vocabulary.js';

/**
 * A group's robot. `webhookUrl` is the address that the vendor shows when the robot is added, `secret` that of its signature (Feishu, DingTalk); both are stored sealed and never shown again.
 * `departmentId`: only tasks about this department and those below; null is the whole company.
 */
export const CreateRobotChannel = z
  .strictObject({
    kind: RobotKind, name: z.string().trim().min(1).max(60), webhookUrl: z.string().trim().min(1).max(400), secret: z.string().trim().min(8).max(200).nullable().default(null),
    departmentId: Id.nullable().default(null), processKinds: z.array(RobotProcessKind).min(1).max(RobotProcessKind.options.length).transform((kinds) => [...new Set(kinds)].sort()),
    rhythm: RobotRhythm.default('daily'), locale: Locale.default('zh-CN'),
  })
  .refine((channel) => channel.kind !== 'wecom' || channel.secret === null, { path: ['secret'] })
  .meta({ id: 'CreateRobotChannel' });
export type CreateRobotChannel = z.infer<typeof CreateRobotChannel>;
