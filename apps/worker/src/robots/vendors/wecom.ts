import { jsonHeaders, numberIn, outcomeOf, type RobotVendor } from './vendor.js';

const LIMITED = 45009;
const BUSY = -1;

/** WeCom 企业微信 group robot: 20 messages a minute for each robot, markdown of at most 4,096 bytes. Its key stands in the address; it has no signature. */
export const wecom: RobotVendor = {
  limitedMs: 60_000,
  request: ({ url }, { title, lines, link }) => ({
    url,
    headers: jsonHeaders,
    body: JSON.stringify({ msgtype: 'markdown', markdown: { content: [`### ${title}`, ...lines.map((line) => `> ${line}`), `[${link.text}](${link.url})`].join('\n') } }),
  }),
  outcome: (answer) => outcomeOf(numberIn(answer, 'errcode'), { limited: [LIMITED], later: [BUSY] }),
};
