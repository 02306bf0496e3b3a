import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { pictureFile, running, type Account } from './running.js';

export const launchBrowser = (): Promise<Browser> => chromium.launch({ ...running.chromium, headless: true });

export type Language = 'zh-CN' | 'en';
const SIGN_IN = { 'zh-CN': { choose: '中文', email: '邮箱', password: '密码', submit: '登录' }, en: { choose: 'English', email: 'E-mail', password: 'Password', submit: 'Sign in' } } as const;

/** Without motion: a colour that is still fading in is no fault of contrast, and a list that slides is no place to click. */
const SCREEN = { baseURL: running.url, reducedMotion: 'reduce' } as const;

/** One person in front of a browser of their own. */
export class Desk {
  readonly faults: string[] = [];

  private constructor(
    readonly account: Account | null,
    readonly language: Language,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) this.faults.push(message.text());
    });
  }

  /** Somebody without a session in front of a page that needs none. */
  static async before(browser: Browser, language: Language, address: string, width = 1_280): Promise<Desk> {
    const context = await browser.newContext({ ...SCREEN, viewport: { width, height: 900 }, locale: language });
    const desk = new Desk(null, language, context, await context.newPage());
    await desk.page.goto(address);
    await desk.page.getByText(SIGN_IN[language].choose, { exact: true }).click();
    return desk;
  }

  static async signIn(browser: Browser, account: Account, language: Language, width = 1_280): Promise<Desk> {
    const context = await browser.newContext({ ...SCREEN, viewport: { width, height: 900 } });
    const desk = new Desk(account, language, context, await context.newPage());
    await desk.page.goto('/');
    await signInOn(desk.page, account, language);
    await desk.page.waitForURL('**/inbox');
    return desk;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The first choice of a drop-down list. */
  async choose(label: string): Promise<void> {
    await this.page.getByLabel(label).click();
    const list = this.page.locator('.ant-select-dropdown:visible');
    await list.locator('.ant-select-item-option-active').first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').waitFor({ state: 'detached' });
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text).first();
  }

  /** Waits until a matter is in the inbox, without loading the page again: the server says that something moved. */
  async openFromInbox(title: string): Promise<void> {
    await this.page.goto('/inbox');
    await this.page.getByRole('link', { name: title }).first().click();
  }

  async picture(name: string): Promise<void> {
    const file = pictureFile(name);
    if (file) await this.page.screenshot({ path: file, fullPage: true });
  }

  /** Where this person stands and what the page says of faults: read by whoever sees a failed run only as text. */
  async standing(): Promise<string> {
    const alerts = await this.page.locator('[role=alert], .ant-form-item-explain-error').allInnerTexts();
    return [new URL(this.page.url()).pathname.replaceAll(/[\da-f-]{36}/g, '<id>'), ...alerts, ...this.faults].join(' | ');
  }

  /** No serious fault for people who see badly or use no mouse; a picture for whoever wants to look. */
  async look(name: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze();
    await this.picture(name);
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`)).toEqual([]);
  }
}

/** Signs in on the page that asks for it. */
export async function signInOn(page: Page, account: Account, language: Language): Promise<void> {
  const words = SIGN_IN[language];
  await page.getByText(words.choose, { exact: true }).click();
  await page.getByLabel(words.email).fill(account.email);
  await page.getByLabel(words.password).fill(account.password);
  await page.getByRole('button', { name: words.submit, exact: true }).click();
}
