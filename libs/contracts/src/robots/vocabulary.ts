import { z } from 'zod';

/** Vendors of group chats: Feishu 飞书, DingTalk 钉钉 and WeCom 企业微信. */
export const RobotKind = z.enum(['feishu', 'dingtalk', 'wecom']).meta({ id: 'RobotKind' });
export type RobotKind = z.infer<typeof RobotKind>;

/** `daily`: every working morning what is open; `soon`: within minutes what has opened since the last message, in the same local hours. */
export const RobotRhythm = z.enum(['daily', 'soon']).meta({ id: 'RobotRhythm' });
export type RobotRhythm = z.infer<typeof RobotRhythm>;

/** Kinds of process of which a group may hear. An appeal is nobody's business but the parties'. */
export const RobotProcessKind = z.enum(['review', 'calibration', 'approval']).meta({ id: 'RobotProcessKind' });
export type RobotProcessKind = z.infer<typeof RobotProcessKind>;
