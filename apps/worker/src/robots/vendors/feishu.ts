import { createHmac } from 'node:crypto';
import { jsonHeaders, numberIn, outcomeOf, type GroupMessage, type RobotVendor } from './vendor.js';

const LIMITED = 11232;

/**
 * Feishu 飞书 custom bot: 100 messages a minute and 5 a second for each robot, a body of at most 20 KB. The signature stands in the body with the time in seconds; unlike DingTalk's, the string
 * with the time is the key of the HMAC and the message is empty.
 */
export const feishu: RobotVendor = {
  limitedMs: 60_000,
  request: ({ url, secret, nowMs }, message) => ({ url, headers: jsonHeaders, body: JSON.stringify({ ...(secret === null ? {} : signed(secret, nowMs)), msg_type: 'interactive', card: cardOf(message) }) }),
  outcome: (answer) => outcomeOf(numberIn(answer, 'code') ?? numberIn(answer, 'StatusCode'), { limited: [LIMITED], later: [] }),
};

function signed(secret: string, nowMs: number): { timestamp: string; sign: string } {
  const timestamp = String(Math.floor(nowMs / 1_000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') };
}

const cardOf = ({ title, lines, link }: GroupMessage) => ({
  config: { wide_screen_mode: true },
  header: { template: 'blue', title: { tag: 'plain_text', content: title } },
  elements: [
    ...(lines.length > 0 ? [{ tag: 'div', text: { tag: 'lark_md', content: lines.join('\n') } }] : []),
    { tag: 'action', actions: [{ tag: 'button', type: 'primary', text: { tag: 'plain_text', content: link.text }, url: link.url }] },
  ],
});
