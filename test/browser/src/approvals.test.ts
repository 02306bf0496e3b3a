import { afterAll, beforeAll, expect } from '@jest/globals';
import type { ApprovalView, DefinitionVersionView } from '@fairmark/contracts/approvals';
import type { PlanList } from '@fairmark/contracts/plans';
import type { Browser, Locator } from 'playwright-core';
import { branchedDocument } from './branchedDocument.js';
import { Client } from './client.js';
import { Desk, launchBrowser } from './desk.js';
import { accountsWith, type Account } from './running.js';
import { stepsOf } from './steps.js';
import { until } from './until.js';

const PROCESS = 'planFlow';
const BRANCHES = 'branchFlow';
const TITLE = '方案审批（测试）';
const [hrAccount] = accountsWith('hr') as [Account];
const [approverAccount, addedAccount, successorAccount] = accountsWith('manager') as [Account, Account, Account];

let browser: Browser;
let hr: Desk;
let approver: Desk;
let successor: Desk;
let added: Client;
let api: Client;
let approvalId: string;

beforeAll(async () => {
  browser = await launchBrowser();
  api = await Client.signIn(hrAccount);
  added = await Client.signIn(addedAccount);
  hr = await Desk.signIn(browser, hrAccount, 'zh-CN');
  approver = await Desk.signIn(browser, approverAccount, 'zh-CN', 390);
  successor = await Desk.signIn(browser, successorAccount, 'zh-CN', 390);
});

afterAll(async () => {
  await browser?.close();
});

const step = stepsOf(() => ({ hr, approver, successor }));

const openLists = (desk: Desk): Locator => desk.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
/** One line of the list that is open; a list that moves is not clicked yet. */
const optionOf = (desk: Desk, title: string): Locator => openLists(desk).locator(`.ant-select-item-option[title^="${title}"]`).first();

/** Chooses somebody by a part of the name. */
async function choosePerson(desk: Desk, field: Locator, name: string): Promise<void> {
  await field.click();
  await field.pressSequentially(name);
  await optionOf(desk, name).click();
  await desk.page.keyboard.press('Tab');
  await openLists(desk).waitFor({ state: 'detached' });
}

async function chooseOption(desk: Desk, label: string, option: string): Promise<void> {
  await desk.page.getByRole('combobox', { name: label }).first().click();
  await optionOf(desk, option).click();
  await openLists(desk).waitFor({ state: 'detached' });
}

const view = (): Promise<ApprovalView> => api.get<ApprovalView>(`/api/approvals/${approvalId}`);

step('HR draws a process: who decides and who gets a copy; the check speaks while it is drawn', async () => {
  await hr.page.goto('/approval-definitions');
  await hr.look('approval-definitions-zh');
  await hr.button('新建流程').click();
  await hr.page.getByLabel('流程名称（中文）').fill(TITLE);
  await hr.page.getByLabel('标识').fill(PROCESS);
  await chooseOption(hr, '类别', '方案');
  await hr.button('创建草稿').click();
  const chart = hr.page.getByRole('region', { name: '流程图' });
  await chart.getByText('部门负责人', { exact: true }).click();
  await chooseOption(hr, '来源 1', '指定人员');
  await hr.text('1 个错误，0 个提示').waitFor();
  await hr.look('designer-finding-zh');
  await choosePerson(hr, hr.page.getByRole('dialog').getByLabel('指定人员'), approverAccount.name);
  await hr.text('没有发现问题').waitFor();
  await hr.page.locator('.ant-drawer-close:visible').click();
  await chart.getByRole('button', { name: '在此处添加节点' }).last().click();
  await hr.page.getByRole('menuitem', { name: '抄送' }).click();
  await hr.page.locator('.ant-drawer-close:visible').click();
  await hr.look('designer-zh');
  await hr.button('保存草稿').click();
  await hr.page.getByText('未保存').waitFor({ state: 'detached' });
});

step('branches stand beside each other, and the chart can be read on a phone', async () => {
  const { id } = await api.send<DefinitionVersionView>('POST', '/api/approval-definitions', { id: BRANCHES, document: branchedDocument });
  await hr.page.goto(`/approval-definitions/${id}`);
  await hr.text('没有发现问题').waitFor();
  await hr.look('designer-branches-zh');
  await hr.page.setViewportSize({ width: 390, height: 844 });
  await hr.page.getByRole('region', { name: '流程图' }).getByText('金额较大').click();
  await hr.page.getByRole('dialog').getByText('分支 1').waitFor();
  await hr.look('designer-branches-phone-zh');
  await hr.page.setViewportSize({ width: 1_280, height: 900 });
  await hr.page.goto(`/approval-definitions/${PROCESS}`);
});

step('a rehearsal names the people, their order and deadlines; nothing is started', async () => {
  await hr.page.getByRole('tab', { name: '演练' }).click();
  await choosePerson(hr, hr.page.getByLabel('提交人'), hrAccount.name);
  await hr.button('开始演练').click();
  await hr.text('每位审批人都同意时').waitFor();
  expect(await hr.page.getByRole('tabpanel').innerText()).toContain(approverAccount.name);
  await hr.look('rehearsal-zh');
});

step('it is published, compared and used', async () => {
  await hr.button('发布').click();
  await hr.page.getByRole('dialog').getByRole('button', { name: '发布' }).click();
  await hr.button('编辑新版本').waitFor();
  await hr.page.goto('/approval-definitions');
  await hr.page.getByRole('tab', { name: '用途' }).click();
  await chooseOption(hr, '用途', '方案版本');
  await chooseOption(hr, '流程', TITLE);
  await hr.button('采用').click();
  await hr.page.getByRole('row').filter({ hasText: TITLE }).waitFor();
  await hr.look('approval-uses-zh');
});

step('a plan version is submitted', async () => {
  await api.send('POST', '/api/plans', { document: await api.get('/api/plans/reference') });
  await hr.page.goto('/plans');
  await hr.button('提交审批').first().click();
  await hr.page.getByRole('dialog').getByLabel('原因').fill('下一考核期使用');
  await hr.page.getByRole('dialog').getByRole('button', { name: '提交审批' }).click();
  await hr.page.getByRole('link', { name: '审批中' }).first().waitFor();
  const { plans } = await api.get<PlanList>('/api/plans');
  approvalId = plans.flatMap((plan) => plan.versions).find((one) => one.approvalState === 'inReview')?.approvalId ?? '';
  expect(approvalId).not.toBe('');
});

step('on a phone the approver adds somebody before, with two buttons at hand and the rest under "more"', async () => {
  await approver.openFromInbox('审批');
  await approver.button('同意').waitFor();
  await approver.text('下一考核期使用').waitFor();
  await approver.look('approval-phone-zh');
  await approver.page.getByRole('group', { name: '可进行的操作' }).getByRole('button', { name: '更多' }).click();
  await approver.look('approval-more-phone-zh');
  await approver.page.getByRole('menuitem', { name: '前加签' }).click();
  await choosePerson(approver, approver.page.getByRole('dialog').getByLabel('人员'), addedAccount.name);
  await approver.look('add-before-phone-zh');
  await approver.page.getByRole('dialog').getByRole('button', { name: '确认' }).click();
  await until('the added person is asked', async () => (await view()).waiting.some((one) => one.person.name === addedAccount.name));
  await approver.text(`${approverAccount.name} 前加签 ${addedAccount.name}`).waitFor();
  expect(await approver.button('同意').count()).toBe(0);
});

step('after the added person it comes back, and the approver gives it to a third', async () => {
  const visitId = (await view()).waiting.find((one) => one.person.name === addedAccount.name)?.visitId ?? '';
  await added.decide(visitId, 'approve', { comment: '无异议' });
  await approver.button('同意').waitFor();
  await approver.page.getByRole('group', { name: '可进行的操作' }).getByRole('button', { name: '更多' }).click();
  await approver.page.getByRole('menuitem', { name: '转办' }).click();
  await choosePerson(approver, approver.page.getByRole('dialog').getByLabel('人员'), successorAccount.name);
  await approver.page.getByRole('dialog').getByLabel('意见').fill('由您决定');
  await approver.page.getByRole('dialog').getByRole('button', { name: '确认' }).click();
  await until('the third is asked', async () => (await view()).waiting.some((one) => one.person.name === successorAccount.name));
});

step('the third approves, the record tells everything, and HR goes back to the shipped process', async () => {
  await successor.openFromInbox('审批');
  await successor.button('同意').click();
  await successor.text('已通过').waitFor();
  await successor.look('approval-approved-phone-zh');
  await hr.page.goto(`/approvals/${approvalId}`);
  await hr.text(`${approverAccount.name} 转办给 ${successorAccount.name}`).waitFor();
  await hr.text('无异议').waitFor();
  await hr.look('approval-record-zh');
  await hr.page.goto('/approval-definitions');
  await hr.page.getByRole('tab', { name: '用途' }).click();
  await hr.button('恢复上级设置').click();
  await hr.page.getByRole('tooltip').getByRole('button').last().click();
  await hr.page.getByRole('row').filter({ hasText: TITLE }).waitFor({ state: 'detached' });
  expect([...hr.faults, ...approver.faults, ...successor.faults]).toEqual([]);
});
