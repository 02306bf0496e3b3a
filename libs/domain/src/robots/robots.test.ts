import { describe, expect, test } from '@jest/globals';
import { stepTables } from '../process/index.js';
import { groupSteps, isRobotAddress } from './index.js';

describe('an address', () => {
  test.each([
    ['feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9'],
    ['feishu', 'https://open.larksuite.com/open-apis/bot/v2/hook/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9'],
    ['dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=566cc69da782ec0123456789'],
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7aaa-4bc4-97a0-0ec2sifa5aaa'],
  ] as const)('of a robot of %s is taken', (kind, address) => expect(isRobotAddress(kind, address)).toBe(true));

  test.each([
    ['http', 'http://oapi.dingtalk.com/robot/send?access_token=566cc69da782ec'],
    ['the own network', 'https://127.0.0.1/robot/send?access_token=566cc69da782ec'],
    ['a user part', 'https://oapi.dingtalk.com@10.0.0.1/robot/send?access_token=566cc69da782ec'],
    ['a longer host', 'https://oapi.dingtalk.com.evil.example/robot/send?access_token=566cc69da782ec'],
    ['another port', 'https://oapi.dingtalk.com:8443/robot/send?access_token=566cc69da782ec'],
    ['a backslash', 'https://oapi.dingtalk.com\\@10.0.0.1/robot/send?access_token=566cc69da782ec'],
    ['another path', 'https://oapi.dingtalk.com/user/../robot/send?access_token=566cc69da782ec'],
    ['a further parameter', 'https://oapi.dingtalk.com/robot/send?access_token=566cc69da782ec&sign=1'],
    ['a fragment', 'https://oapi.dingtalk.com/robot/send?access_token=566cc69da782ec#x'],
    ['a second line', 'https://oapi.dingtalk.com/robot/send?access_token=566cc69da782ec\nHost: x'],
    ['another vendor', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7aaa-4bc4-97a0'],
  ])('with %s is refused', (_, address) => expect(isRobotAddress('dingtalk', address)).toBe(false));
});

describe('steps of which a group may hear', () => {
  test('exist, and people act in them', () => {
    const people = Object.entries(stepTables).flatMap(([kind, steps]) => Object.entries(steps).filter(([, step]) => step.actor !== 'none').map(([step]) => `${kind}.${step}`));
    expect(groupSteps.filter((step) => !people.includes(step))).toEqual([]);
  });

  test('never follow a certain result and never tell of a dispute', () => {
    const telling = Object.entries(stepTables).flatMap(([kind, steps]) => Object.entries(steps).filter(([, step]) => kind === 'appeal' || ['buffer', 'appeal'].includes(step.phase)).map(([step]) => `${kind}.${step}`));
    expect(telling).toContain('review.supportPlan');
    expect(groupSteps.filter((step) => telling.includes(step))).toEqual([]);
  });
});
