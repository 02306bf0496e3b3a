import type { AppealView } from '@fairmark/contracts/appeals';
import type { InboxPage } from '@fairmark/contracts/inbox';
import type { Browser } from 'playwright-core';
import { Client } from './client.js';
import { Desk } from './desk.js';
import { accountsWith, allAccounts, type Account } from './running.js';
import { until } from './until.js';

/** HR who had no part in the result admits the appeal on its page. Answers that person. */
export async function admit(browser: Browser, appealId: string): Promise<Account> {
  const account = await until('the appeal waits for HR', async () => {
    for (const one of accountsWith('hr')) if (await isAskedIn(one, appealId)) return one;
    return undefined;
  });
  const desk = await Desk.signIn(browser, account, 'zh-CN');
  await desk.page.goto(`/appeals/${appealId}`);
  await desk.button('受理').waitFor();
  await desk.look('appeal-admit-zh');
  await desk.button('受理').click();
  await desk.button('受理').waitFor({ state: 'detached' });
  await desk.context.close();
  return account;
}

async function isAskedIn(account: Account, appealId: string): Promise<boolean> {
  const { items } = await (await Client.signIn(account)).get<InboxPage>('/api/inbox?box=waiting&pageSize=100');
  return items.some((item) => item.processId === appealId);
}

/** The drawn members, each at a desk of their own. */
export async function panelOf(browser: Browser, hr: Account, appealId: string): Promise<Desk[]> {
  const { panel } = await (await Client.signIn(hr)).get<AppealView>(`/api/appeals/${appealId}`);
  const members = (panel?.members ?? []).map((person) => allAccounts().find((one) => one.name === person.name && one.nameEn === person.nameEn));
  return Promise.all(members.filter((one) => one !== undefined).map((one, index) => Desk.signIn(browser, one, 'zh-CN', index === 0 ? 1_280 : 390)));
}

/** One member proposes to confirm the result and opens the ballot; all vote. */
export async function confirmByVote(desks: readonly Desk[], appealId: string): Promise<void> {
  const [first] = desks;
  if (!first) throw new Error('Nobody of the panel has an account.');
  await first.page.goto(`/appeals/${appealId}`);
  await first.page.getByRole('tab', { name: '提出方案' }).click();
  await first.page.getByText('维持', { exact: true }).click();
  for (const [label, words] of [['事实', '已核对评分与周报'], ['依据的规则', '评分标准'], ['理由', '评分与记录一致']] as const) await first.page.getByLabel(label).fill(words);
  await first.look('appeal-propose-zh');
  await first.button('提交方案').click();
  await first.page.getByRole('tab', { name: '方案（1）' }).click();
  await first.button('开始表决').click();
  for (const desk of desks) {
    await desk.page.goto(`/appeals/${appealId}`);
    await desk.page.getByRole('radio').first().check();
    await desk.look(desk === first ? 'appeal-vote-zh' : 'appeal-vote-phone-zh');
    await desk.button('确认表决').click();
    await desk.button('确认表决').waitFor({ state: 'detached' });
  }
}
