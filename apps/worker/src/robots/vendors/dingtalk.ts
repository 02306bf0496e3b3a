import { createHmac } from 'node:crypto';
import { jsonHeaders, numberIn, outcomeOf, type RobotVendor } from './vendor.js';

/** Too fast, as the gateway and as the robot service says it. */
const LIMITED = [130101, 410100];
const BUSY = -1;

/**
 * DingTalk 钉钉 custom robot: 20 messages a minute for each robot, above that ten minutes of silence. Time in milliseconds and signature stand in the query: HMAC-SHA256 of `time\nsecret` with the
 * secret as key, base64, escaped.
 */
export const dingtalk: RobotVendor = {
  limitedMs: 600_000,
  request: ({ url, secret, nowMs }, { title, lines, link }) => ({
    url: secret === null ? url : `${url}&timestamp=${nowMs}&sign=${encodeURIComponent(createHmac('sha256', secret).update(`${nowMs}\n${secret}`).digest('base64'))}`,
    headers: jsonHeaders,
    body: JSON.stringify({ msgtype: 'actionCard', actionCard: { title, text: [`### ${title}`, ...lines.map((line) => `- ${line}`)].join('\n\n'), singleTitle: link.text, singleURL: link.url } }),
  }),
  outcome: (answer) => outcomeOf(numberIn(answer, 'errcode'), { limited: LIMITED, later: [BUSY] }),
};
