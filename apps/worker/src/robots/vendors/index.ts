import type { RobotKind } from '@fairmark/contracts/robots';
import { dingtalk } from './dingtalk.js';
import { feishu } from './feishu.js';
import type { RobotVendor } from './vendor.js';
import { wecom } from './wecom.js';

export type { GroupMessage, RobotOutcome, RobotRequest, RobotVendor } from './vendor.js';

export const vendors: Readonly<Record<RobotKind, RobotVendor>> = { feishu, dingtalk, wecom };
