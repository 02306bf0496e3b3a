import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Desk, launchBrowser } from './desk.js';
import { linkFor } from './mails.js';
import { accountsWith, type Account } from './running.js';

const [hrAccount] = accountsWith('hr') as [Account];
const HEADER = '工号,姓名,英文名称,邮箱,时区,语言,区域,国家,私人邮箱,部门编码,岗位编码,上级工号,入职日期,离职日期,生效日期';
const person = (number: string, manager: string): string => `${number},测试员,Test Person,${number.toLowerCase()}@fairmark.example,Asia/Shanghai,zh-CN,亚太,CN,,hr,,${manager},2026-01-01,,2026-01-01`;
const fileOf = (...rows: string[]) => ({ name: 'employees.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${[HEADER, ...rows].join('\n')}\n`) });

let browser: Browser;
let hr: Desk;

beforeAll(async () => {
  browser = await launchBrowser();
  hr = await Desk.signIn(browser, hrAccount, 'zh-CN');
});

afterAll(async () => {
  await browser?.close();
});

async function dryRun(...rows: string[]): Promise<void> {
  await hr.page.goto('/org?tab=import');
  await hr.page.locator('input[type=file]').setInputFiles(fileOf(...rows));
  await hr.button('试导入').click();
}

test('a file with an unknown manager is refused as a whole, with row, column and a file to correct', async () => {
  await dryRun(person('T9001', 'E0001'), person('T9002', 'NOBODY'));
  await hr.text('共 1 处错误，未写入任何内容').waitFor();
  const row = hr.page.getByRole('row').filter({ hasText: '上级工号' }).first();
  expect(await row.innerText()).toMatch(/3\s+上级工号\s+\S/);
  await hr.look('import-error-zh');
  const download = hr.page.waitForEvent('download');
  await hr.page.getByRole('link', { name: /下载标注错误的/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  expect(await hr.page.getByRole('button', { name: '写入', exact: true }).count()).toBe(0);
});

test('the corrected file shows what it adds and is written', async () => {
  await dryRun(person('T9001', 'E0001'), person('T9002', 'E0001'));
  await hr.button('写入').waitFor();
  await hr.look('import-ready-zh');
  await hr.button('写入').click();
  await hr.page.getByRole('tooltip').getByRole('button').last().click();
  await hr.text(/^已写入 \d+ 处变化/).waitFor();
  await hr.page.getByRole('row').filter({ hasText: hrAccount.name }).first().getByText('已写入').waitFor();
  await hr.look('import-written-zh');
  // What is missing leads to the people whom it means, and to nobody else.
  await hr.page.getByRole('link', { name: '查看准备情况' }).click();
  await hr.page.getByRole('link', { name: /人尚未受邀/ }).click();
  await hr.page.getByRole('cell', { name: 'T9001' }).waitFor();
  await hr.look('people-not-invited-zh');
  expect(await hr.page.getByRole('cell', { name: '已开通' }).count()).toBe(0);
  await hr.page.getByLabel('姓名、工号或邮箱').fill('T9002');
  await hr.page.keyboard.press('Enter');
  await hr.page.getByRole('cell', { name: 'T9002' }).waitFor();
  await hr.look('people-zh');
  expect(hr.faults).toEqual([]);
});

test('an invited person sets a password from the mail and is signed in', async () => {
  await hr.page.getByRole('row').filter({ hasText: 'T9002' }).getByRole('checkbox').check();
  await hr.button('邀请所选（1）').click();
  await hr.text('已发送 1 份邀请').waitFor();
  await hr.button('邀请所选（0）').waitFor();
  const guest = await Desk.before(browser, 'zh-CN', await linkFor('t9002@fairmark.example', 'invitation'), 390);
  await guest.text('测试员，您好').waitFor();
  await guest.look('invitation-phone-zh');
  await guest.page.getByLabel(/^新密码/).fill('harbour-lantern-42');
  await guest.page.getByLabel('再次输入密码').fill('harbour-lantern-42');
  await guest.button('设置密码并登录').click();
  await guest.page.waitForURL('**/inbox');
  await guest.look('inbox-empty-phone-zh');
  expect([...guest.faults, ...hr.faults]).toEqual([]);
});
