import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { RobotChannelView } from '@fairmark/contracts/robots';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { answerWith, onScreen, renderPage, type Asked } from '../testing/renderPage.js';
import { RobotsPage } from './RobotsPage.js';

const person = { id: '11111111-1111-4111-8111-111111111111', name: '王伟', nameEn: null };
const session = { person, email: 'a@fairmark.example', locale: 'zh-CN', zone: 'Asia/Shanghai', roles: [{ role: 'hr', departmentId: null, departmentName: null }], relations: {}, csrfToken: 'x' };
const channel: RobotChannelView = {
  id: '0190a0a0-0000-7000-8000-000000000001', kind: 'dingtalk', name: '研发群', department: null, processKinds: ['approval'], rhythm: 'daily', locale: 'zh-CN', signed: true, enabled: true,
  createdBy: person, createdAt: '2026-11-24T01:00:00Z', lastSentAt: null, failedAt: '2026-11-24T02:00:00Z', failure: 'refused 310000',
};
let asked: Asked[];
jest.setTimeout(60_000);
beforeEach(() => {
  onScreen(1_280);
  asked = answerWith({ 'GET /session': session, 'GET /org/departments': { departments: [] }, 'GET /robots': { channels: [channel] }, 'POST /robots': { id: channel.id }, [`POST /robots/${channel.id}/test`]: channel });
});
afterEach(cleanup);
const bodies = (method: string, path: string): unknown[] => asked.filter((one) => one.method === method && one.path === path).map((one) => one.body);

test('a robot shows why its last message did not arrive, and can be tried out', async () => {
  await renderPage(<RobotsPage />);
  expect(await screen.findByText(/refused 310000/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '发送测试消息' }));
  expect((await screen.findByRole('status')).textContent).toContain('测试消息已发出');
  expect(bodies('POST', `/robots/${channel.id}/test`)).toHaveLength(1);
});

test('a group of WeCom is connected without a secret', async () => {
  await renderPage(<RobotsPage />);
  fireEvent.click(await screen.findByRole('button', { name: '连接一个群' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByLabelText('签名密钥')).toBeTruthy();
  fireEvent.click(dialog.getByLabelText('企业微信'));
  fireEvent.change(dialog.getByLabelText('群名称'), { target: { value: '审批群' } });
  fireEvent.change(dialog.getByLabelText('Webhook 地址'), { target: { value: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7aaa' } });
  await waitFor(() => expect(dialog.queryByLabelText('签名密钥')).toBeNull());
  fireEvent.click(dialog.getByRole('button', { name: /^连\s?接$/ }));
  await waitFor(() => expect(bodies('POST', '/robots')).toEqual([{
    kind: 'wecom', name: '审批群', webhookUrl: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7aaa', secret: null, departmentId: null, processKinds: ['review', 'calibration', 'approval'], rhythm: 'daily', locale: 'zh-CN',
  }]));
});
