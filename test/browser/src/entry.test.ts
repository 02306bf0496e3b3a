import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Desk, launchBrowser } from './desk.js';
import { linkFor } from './mails.js';
import { accountsWith, running, type Account } from './running.js';

const person = accountsWith('employee').at(-1) as Account;
const NEW_PASSWORD = 'harbour-lantern-42';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test('the first administrator opens the set-up link on a phone; once used it says so at once', async () => {
  const desk = await Desk.before(browser, 'en', running.administratorLink, 390);
  await desk.text('You become the first administrator').waitFor();
  await desk.page.getByLabel('Name').fill('Zoe Zhang');
  await desk.page.getByLabel('E-mail').fill('not an address');
  await desk.page.getByLabel(/^New password/).fill('short');
  await desk.button('Create the administrator').click();
  await desk.text('Not an e-mail address').waitFor();
  await desk.page.locator('.ant-form-item-explain-error').getByText('At least 10 characters', { exact: true }).waitFor();
  await desk.look('set-up-wrong-phone-en');
  await desk.page.getByLabel('E-mail').fill('zoe.zhang@fairmark.example');
  await desk.page.getByLabel(/^New password/).fill('aaaaaaaaaaaa');
  await desk.button('Create the administrator').click();
  await desk.page.locator('.ant-form-item-explain-error').getByText(/too weak/).waitFor();
  await desk.page.getByLabel(/^New password/).fill(NEW_PASSWORD);
  // Named by what it does: the sign of the request before may still be fading out of its name.
  await desk.page.locator('button[type=submit]').click();
  await desk.page.waitForURL('**/org');
  await desk.look('set-up-done-phone-en');
  const late = await Desk.before(browser, 'zh-CN', running.administratorLink);
  await late.text('链接无效、已使用或已过期').waitFor();
  expect(await late.page.getByLabel('姓名').count()).toBe(0);
  await late.look('set-up-used-zh');
  expect([...desk.faults, ...late.faults]).toEqual([]);
});

test('a forgotten password is set anew by a mailed link, which works once', async () => {
  const desk = await Desk.before(browser, 'zh-CN', '/reset');
  await desk.page.getByLabel('邮箱').fill(person.email);
  await desk.button('发送链接').click();
  await desk.text('如果该邮箱已登记').waitFor();
  await desk.look('reset-asked-zh');
  const link = await linkFor(person.email, 'reset');
  const again = await Desk.before(browser, 'zh-CN', link, 390);
  await again.page.getByLabel(/^新密码/).fill(NEW_PASSWORD);
  await again.page.getByLabel('再次输入密码').fill(`${NEW_PASSWORD}3`);
  await again.text('两次输入的密码不一致').waitFor();
  await again.look('reset-phone-zh');
  await again.page.getByLabel('再次输入密码').fill(NEW_PASSWORD);
  await again.button('设置密码并登录').click();
  await again.page.waitForURL('**/inbox');
  const used = await Desk.before(browser, 'en', link, 390);
  await used.text(/was used/).waitFor();
  await used.look('reset-used-phone-en');
  await used.page.getByRole('link', { name: 'Ask for a new link' }).click();
  await used.button('Send the link').waitFor();
  // The link that was cut off when it was copied is told from a wrong form.
  const cut = await Desk.before(browser, 'en', link.slice(0, -30));
  await cut.text(/not valid/).waitFor();
  expect([...desk.faults, ...again.faults, ...used.faults, ...cut.faults]).toEqual([]);
});
