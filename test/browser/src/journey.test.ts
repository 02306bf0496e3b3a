import { afterAll, beforeAll, expect } from '@jest/globals';
import type { DepartmentList, RoleGrantList } from '@fairmark/contracts/org';
import type { PublicationBoard } from '@fairmark/contracts/publications';
import type { ResultDetail } from '@fairmark/contracts/results';
import type { ReviewView } from '@fairmark/contracts/reviews';
import type { ScoreView } from '@fairmark/contracts/scoring';
import type { Browser } from 'playwright-core';
import { Client } from './client.js';
import { launchFor } from './cycle.js';
import { Desk, launchBrowser, signInOn } from './desk.js';
import { Others } from './others.js';
import { admit, confirmByVote, panelOf } from './panel.js';
import { accountsWith, type Account } from './running.js';
import { stepsOf } from './steps.js';
import { until } from './until.js';
import { expectNothingFor, type WrongPeople } from './wrongPeople.js';

const [managerAccount, peerAccount] = accountsWith('manager') as [Account, Account];
const [employeeAccount] = accountsWith('employee') as [Account];
const [hrAccount, , farHrAccount] = accountsWith('hr') as [Account, Account, Account];
const [adminAccount] = accountsWith('admin') as [Account];

let browser: Browser;
let hr: Client;
let wrong: WrongPeople;
let manager: Desk;
let employee: Desk;
let reviewId: string;
let cycleId: string;
const step = stepsOf(() => ({ manager, employee }));

/** From now on this person's right as HR covers another department only. */
async function confine(admin: Client, account: Account): Promise<void> {
  const { grants } = await admin.get<RoleGrantList>('/api/org/roles');
  const own = grants.find((one) => one.role === 'hr' && one.person.name === account.name);
  const { departments } = await admin.get<DepartmentList>('/api/org/departments');
  const elsewhere = departments.find((one) => one.nameEn === 'Human resources');
  if (!own || !elsewhere) throw new Error('The sample company has no such HR person or department.');
  await admin.send('DELETE', `/api/org/roles/${own.id}`);
  await admin.send('POST', '/api/org/roles', { employeeId: own.person.id, role: 'hr', departmentId: elsewhere.id });
}

const nothingForOthers = (): Promise<void> => expectNothingFor(wrong, reviewId, [employeeAccount.name, employeeAccount.nameEn]);

beforeAll(async () => {
  browser = await launchBrowser();
  hr = await Client.signIn(hrAccount);
  await confine(await Client.signIn(adminAccount), farHrAccount);
  ({ cycleId, reviewId } = await launchFor(hr, (await Client.signIn(employeeAccount)).id));
  wrong = { peer: await Desk.signIn(browser, peerAccount, 'zh-CN'), clients: [await Client.signIn(peerAccount), await Client.signIn(farHrAccount)] };
  manager = await Desk.signIn(browser, managerAccount, 'zh-CN');
  employee = await Desk.signIn(browser, employeeAccount, 'en', 390);
});

afterAll(async () => {
  await browser?.close();
});

step('the employee proposes goals on a phone, in English', async () => {
  await employee.look('inbox-phone-en');
  await employee.openFromInbox('Propose goals');
  await employee.button('Submit the goals').waitFor();
  await employee.look('goals-phone-en');
  await employee.button('Submit the goals').click();
  await employee.text(/^Done: submitted/i).waitFor();
  await nothingForOthers();
});

step('the manager approves them two clicks from the inbox, in Chinese; a second window learns who decided', async () => {
  await manager.page.getByRole('link', { name: `目标审批 · ${employeeAccount.name}` }).waitFor();
  await manager.look('inbox-zh');
  await manager.openFromInbox(`目标审批 · ${employeeAccount.name}`);
  await manager.button('同意').waitFor();
  await manager.look('goal-approval-zh');
  const second = await manager.context.newPage();
  await second.route('**/api/live', (route) => route.abort());
  await second.goto(manager.page.url());
  await second.getByRole('button', { name: '同意', exact: true }).waitFor();
  await manager.button('同意').click();
  await manager.text('您已处理：同意').waitFor();
  await second.getByRole('button', { name: '同意', exact: true }).click();
  await second.getByText('您已处理：同意').first().waitFor();
  await second.close();
  await employee.page.goto(new URL(manager.page.url()).pathname);
  await employee.text(`Already decided by ${managerAccount.nameEn}`).waitFor();
  await nothingForOthers();
});

step('the self-review keeps its text through an expired session', async () => {
  await employee.openFromInbox('Self-review');
  const summary = employee.page.getByLabel('Summary');
  await summary.fill('The quarter went as planned');
  await employee.text('Draft saved').waitFor();
  await employee.look('self-review-phone-en');
  await employee.context.clearCookies();
  await summary.fill('The quarter went as planned, and the trial as well');
  await employee.text('Your session has ended').waitFor();
  const again = await employee.context.newPage();
  await again.goto('/sign-in');
  await signInOn(again, employeeAccount, 'en');
  await again.waitForURL('**/inbox');
  await again.close();
  await employee.button('I have signed in').click();
  expect(await summary.inputValue()).toBe('The quarter went as planned, and the trial as well');
  expect((await (await Client.signIn(managerAccount)).get<ReviewView>(`/api/reviews/${reviewId}`)).selfReview).toBeNull();
  await addEvidence(employee);
  await employee.button('Submit the self-review').click();
  await employee.text(/^Done: submitted/i).waitFor();
  await nothingForOthers();
});

/** A file of a wrong type and one too large are refused in words; a paper is taken in, removed, and taken in again. */
async function addEvidence(desk: Desk): Promise<void> {
  const choose = (name: string, buffer: Buffer) => desk.page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/pdf', buffer });
  const paper = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
  await choose('program.pdf', Buffer.from('MZ no paper'));
  await desk.text(/^program\.pdf: Only PDF/).waitFor();
  await choose('film.pdf', Buffer.alloc(20 * 1024 * 1024 + 1));
  await desk.text(/^film\.pdf: A file may have/).waitFor();
  await choose('weekly-report.pdf', paper);
  await desk.page.getByRole('link', { name: /^weekly-report\.pdf/ }).waitFor();
  await desk.look('evidence-phone-en');
  await desk.button('Remove weekly-report.pdf').click();
  await desk.page.getByRole('link', { name: /^weekly-report\.pdf/ }).waitFor({ state: 'detached' });
  await choose('weekly-report.pdf', paper);
  await desk.page.getByRole('link', { name: /^weekly-report\.pdf/ }).waitFor();
}

step('the manager scores; the employee sees nothing of it before publication', async () => {
  await manager.page.goto('/inbox');
  await manager.page.getByRole('link', { name: `上级评分 · ${employeeAccount.name}` }).waitFor();
  await manager.page.goto(`/scoring/${cycleId}`);
  await manager.text(employeeAccount.name).waitFor();
  await manager.look('scoring-grid-zh');
  await manager.page.goto(`/reviews/${reviewId}`);
  await manager.page.getByRole('tab', { name: '自评' }).click();
  const evidence = manager.page.getByRole('link', { name: /^weekly-report\.pdf/ });
  await evidence.waitFor();
  await manager.look('self-review-zh');
  const address = String(await evidence.getAttribute('href'));
  expect(await (await Client.signIn(managerAccount)).status(address)).toBe(200);
  for (const client of wrong.clients) expect([403, 404]).toContain(await client.status(address));
  await manager.openFromInbox(`上级评分 · ${employeeAccount.name}`);
  await manager.button('提交评分').waitFor();
  for (const points of await manager.page.getByRole('spinbutton').all()) await points.fill('82');
  for (const comment of await manager.page.getByRole('textbox').all()) await comment.fill('见周报与抽查记录');
  await manager.look('scoring-zh');
  await manager.button('提交评分').click();
  await manager.text('您已处理').waitFor();
  const self = await Client.signIn(employeeAccount);
  expect(await self.get(`/api/reviews/${reviewId}/result`)).toMatchObject({ final: null, ratings: [] });
  const score = await self.get<Pick<ScoreView, 'totalCenti' | 'computedBand'>>(`/api/reviews/${reviewId}/score`).catch(() => ({ totalCenti: null, computedBand: null }));
  expect({ total: score.totalCenti, band: score.computedBand, judged: JSON.stringify(score).includes('见周报') }).toEqual({ total: null, band: null, judged: false });
  expect((await self.get<ReviewView>(`/api/reviews/${reviewId}`)).result).toBeNull();
  await employee.page.goto(`/reviews/${reviewId}`);
  await employee.text('Cycle of the browser test').waitFor();
  expect(await employee.page.getByText('Result', { exact: true }).count()).toBe(0);
  expect(await employee.page.getByText('见周报与抽查记录').count()).toBe(0);
  await nothingForOthers();
});

step('after calibration HR publishes', async () => {
  const others = await Others.except([managerAccount.email, employeeAccount.email]);
  await others.actUntil('the department is ready', async () => (await hr.get<PublicationBoard>(`/api/publications/${cycleId}`)).departments.find((one) => one.state === 'ready'));
  await nothingForOthers();
  const desk = await Desk.signIn(browser, hrAccount, 'zh-CN');
  await desk.page.goto('/calibration');
  await desk.page.getByRole('main').getByRole('link').first().click();
  await desk.text(employeeAccount.name).waitFor();
  await desk.look('calibration-zh');
  await desk.page.goto(`/cycles/${cycleId}/publications`);
  await desk.button('发布').waitFor();
  await desk.look('publication-zh');
  await desk.button('发布').click();
  await desk.page.getByRole('tooltip').getByRole('button').last().click();
  const self = await Client.signIn(employeeAccount);
  await until('the result is published', async () => (await self.get<ResultDetail>(`/api/reviews/${reviewId}/result`)).final);
  expect(desk.faults).toEqual([]);
});

step('both see the result; the interview is held', async () => {
  await employee.page.goto(`/reviews/${reviewId}`);
  await employee.text('Total').waitFor();
  await employee.look('result-phone-en');
  await nothingForOthers();
  await manager.openFromInbox(`绩效面谈 · ${employeeAccount.name}`);
  const day = new Date().toISOString().slice(0, 10);
  await manager.page.getByLabel('面谈日期').fill(day);
  await manager.page.getByLabel('面谈内容').fill('回顾目标，约定下季度重点');
  await manager.page.getByPlaceholder('做什么').fill('每两周复盘一次');
  await manager.page.locator('input[type=date]').last().fill(day);
  await manager.look('interview-zh');
  await manager.button('记录面谈').click();
  await manager.text('您已处理').waitFor();
  await employee.openFromInbox('Confirm the interview');
  await employee.button('Confirm that it was held').click();
  await employee.text(/^Done/).waitFor();
});

step('the employee appeals; the manager sees the case, others do not', async () => {
  await employee.page.goto(`/reviews/${reviewId}`);
  await employee.page.getByRole('link', { name: 'Appeal', exact: true }).click();
  await employee.choose('What you contest');
  await employee.choose('Ground');
  await employee.page.getByLabel('In your words').fill('The score does not fit the weekly reports');
  await employee.look('appeal-phone-en');
  await employee.button('File the appeal').click();
  await employee.page.waitForURL('**/appeals/*');
  await employee.text('The score does not fit the weekly reports').waitFor();
  await employee.look('case-phone-en');
  await nothingForOthers();
  expect([...employee.faults, ...manager.faults, ...wrong.peer.faults]).toEqual([]);
});

step('HR admits, the manager states the facts, the panel votes, and the employee reads the decision', async () => {
  const appealId = new URL(employee.page.url()).pathname.split('/').at(-1) ?? '';
  const admitter = await admit(browser, appealId);
  await manager.openFromInbox(`上级说明 · ${employeeAccount.name}`);
  await manager.page.getByLabel('上级说明').fill('评分依据周报与抽查记录');
  await manager.look('appeal-statement-zh');
  await manager.button('提交说明').click();
  await manager.button('提交说明').waitFor({ state: 'detached' });
  const panel = await panelOf(browser, admitter, appealId);
  expect(panel).toHaveLength(3);
  await confirmByVote(panel, appealId);
  await employee.text('Facts').waitFor();
  await employee.look('decision-phone-en');
  expect(await employee.page.getByText('已核对评分与周报').count()).toBe(1);
  expect([...employee.faults, ...manager.faults, ...panel.flatMap((desk) => desk.faults)]).toEqual([]);
});
