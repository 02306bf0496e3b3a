import type { RobotKind } from '@fairmark/contracts/robots';

/**
 * Addresses to which messages may go, whole: nothing but https, the vendor's own hosts and the path of group robots. Compared as text, so that no difference between parsers of addresses
 * (user parts, ports, escapes) can lead a request into the own network.
 */
const addresses: Readonly<Record<RobotKind, RegExp>> = {
  feishu: /^https:\/\/open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/v2\/hook\/[\w-]{8,100}$/,
  dingtalk: /^https:\/\/oapi\.dingtalk\.com\/robot\/send\?access_token=[\w-]{8,200}$/,
  wecom: /^https:\/\/qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=[\w-]{8,100}$/,
};

/** Whether this is the address of a group's robot of that vendor. */
export function isRobotAddress(kind: RobotKind, text: string): boolean {
  return addresses[kind].test(text);
}
