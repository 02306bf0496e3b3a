import type { Bilingual } from './stepNames.js';
import { stepNames } from './stepNames.js';

/** Subject and first line of one kind of mail. */
export interface MailText {
  subject: Bilingual;
  body: Bilingual;
}

const text = (zh: string, en: string): Bilingual => ({ zh, en });

/** Mails that are not about a task. A kind without a line here gets the general one. */
const byKind: Readonly<Record<string, MailText>> = {
  'identity.invite': { subject: text('邀请您使用 Fairmark', 'You are invited to Fairmark'), body: text('请通过下面的链接设置密码。链接 72 小时内有效，只能使用一次。', 'Set your password with the link below. It is valid for 72 hours and works once.') },
  'identity.reset': { subject: text('重置密码', 'Reset your password'), body: text('请通过下面的链接设置新密码。如果不是您本人申请，请忽略本邮件。', 'Set a new password with the link below. If you did not ask for this, ignore this mail.') },
  'identity.setup': { subject: text('设置管理员账号', 'Set up the administrator'), body: text('请通过下面的链接设置管理员账号。', 'Set up the administrator account with the link below.') },
  'identity.leaver': { subject: text('您的绩效流程链接', 'Your link to your review'), body: text('您可以通过下面的链接查看并处理您的绩效流程。链接只能使用一次。', 'Open your review with the link below. It works once.') },
};

const general: MailText = { subject: text('您有一条新通知', 'There is news for you'), body: text('有一件与您有关的事项有了进展，请打开链接查看。', 'Something that concerns you has moved on. Open the link to see it.') };

/** Texts of a mail by the kind of its notice: `task.<process>.<step>`, `reminder.<step>`, or a kind of its own. No text ever carries a result. */
export function mailText(kind: string): MailText {
  const [family, ...rest] = kind.split('.');
  const step = stepNames[rest.at(-1) ?? ''];
  if (family === 'task' && step) return { subject: text(`待办：${step.zh}`, `To do: ${step.en}`), body: text('有一项任务等待您处理。', 'A task waits for you.') };
  if (family === 'reminder' && step) return { subject: text(`提醒：${step.zh}`, `Reminder: ${step.en}`), body: text('以下任务仍在等待您处理，请留意截止时间。', 'This task still waits for you. Mind its deadline.') };
  return byKind[kind] ?? general;
}
