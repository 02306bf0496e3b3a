import type { Bilingual } from './stepNames.js';
import { stepNames } from './stepNames.js';

/** Subject and first line of one kind of mail. */
export interface MailText {
  subject: Bilingual;
  body: Bilingual;
}

const text = (zh: string, en: string): Bilingual => ({ zh, en });

const mail = (subject: Bilingual, body: Bilingual): MailText => ({ subject, body });

/** Mails that are not about a task. A kind without a line here gets the general one. */
const byKind: Readonly<Record<string, MailText>> = {
  'identity.invite': mail(text('邀请您使用 Fairmark', 'You are invited to Fairmark'), text('请通过下面的链接设置密码。链接 72 小时内有效，只能使用一次。', 'Set your password with the link below. It is valid for 72 hours and works once.')),
  'identity.reset': mail(text('重置密码', 'Reset your password'), text('请通过下面的链接设置新密码。如果不是您本人申请，请忽略本邮件。', 'Set a new password with the link below. If you did not ask for this, ignore this mail.')),
  'identity.setup': mail(text('设置管理员账号', 'Set up the administrator'), text('请通过下面的链接设置管理员账号。', 'Set up the administrator account with the link below.')),
  'identity.leaver': mail(text('您的绩效流程链接', 'Your link to your review'), text('您可以通过下面的链接查看并处理您的绩效流程。链接只能使用一次。', 'Open your review with the link below. It works once.')),
  'checkIn.due': mail(text('本月绩效沟通', 'Monthly check-in'), text('请与相关同事进行本月的绩效沟通并记录。', 'It is time for this month’s check-in. Please hold it and note it.')),
  'checkIn.recorded': mail(text('有新的绩效沟通记录', 'A check-in was recorded'), text('与您有关的一次绩效沟通已被记录。', 'A check-in that concerns you was recorded.')),
  'goals.decided': mail(text('目标已裁定', 'Your goals were decided'), text('上级已就您的绩效目标作出裁定，理由可在系统中查看。', 'The next-level manager decided on your goals. The reason stands in the application.')),
  'goals.change.agreed': mail(text('目标变更已生效', 'A change of goals took effect'), text('您提出的目标变更已获同意并生效。', 'The change of goals you asked for was agreed and took effect.')),
  'goals.change.refused': mail(text('目标变更未获同意', 'A change of goals was not agreed'), text('您提出的目标变更未获同意，原因可在系统中查看。', 'The change of goals you asked for was not agreed. The reason stands in the application.')),
  'goals.change.lapsed': mail(text('目标变更已失效', 'A change of goals lapsed'), text('您提出的目标变更在期限内未得到答复，目标保持不变。', 'Nobody answered the change of goals you asked for in time. The goals stay as they are.')),
  'collaborators.returned': mail(text('协作评价人被退回', 'Your collaborators were returned'), text('上级退回了您提出的协作评价人，原因可在系统中查看。', 'Your manager returned the collaborators you proposed. The reason stands in the application.')),
  'approval.overdue': mail(text('审批已逾期', 'An approval is overdue'), text('一项等待您处理的审批已过截止时间。', 'An approval that waits for you is past its deadline.')),
  'approval.escalated': mail(text('审批已上升', 'An approval was escalated'), text('一项审批因逾期已转由上一级处理，您无需再处理。', 'An approval was passed on to the next manager because it was overdue. You need not act any more.')),
  'approval.handedToHr': mail(text('请指定审批人', 'Please appoint an approver'), text('一项审批已逾期且无人可接手，请指定处理人。', 'An approval is overdue and nobody is left to take over. Please appoint somebody.')),
  'deadline.moved': mail(text('截止时间已变动', 'A deadline has moved'), text('您的一项任务的截止时间已变动，原因请在系统中查看。', 'The deadline of one of your tasks has moved. The reason stands in the application.')),
  'approval.opinionExpired': mail(text('征求意见已逾期', 'An opinion did not come'), text('您征求的意见未按期给出，任务已回到您这里。', 'The opinion you asked for did not come in time. The task is back with you.')),
  'approval.copied': mail(text('有一项审批抄送给您', 'A case was copied to you'), text('您可以查看该审批的进展，无需处理。', 'You can see how it stands. Nothing is asked of you.')),
  'approval.approved': mail(text('您提交的审批已通过', 'What you submitted was approved'), text('审批记录可在系统中查看。', 'The record stands in the application.')),
  'approval.rejected': mail(text('您提交的审批被拒绝', 'What you submitted was rejected'), text('原因可在系统中查看。', 'The reason stands in the application.')),
  'approval.refused': mail(text('您提交的审批无法启动', 'What you submitted could not be started'), text('提交后组织或流程发生变化，请在系统中查看原因并重新提交。', 'The organisation or the process changed after you submitted. See why in the application and submit again.')),
  'result.published': mail(text('您的考核结果已公布', 'Your result is published'), text('请在系统中查看结果并在规定时间内确认。', 'Please look at it in the application and answer in time.')),
  'result.managersSee': mail(text('您团队的考核结果可以查看', 'Results of your team are available'), text('结果公布之前，您可以先行查看并准备面谈。', 'You can see them before they are published and prepare the interviews.')),
  'publication.due': mail(text('考核结果等待公布', 'Results wait to be published'), text('有部门的考核结果尚未公布，而计划的公布日期已临近或已到。', 'Departments are not published yet, and the date that was set is near or there.')),
  'result.final': mail(text('考核结果已最终确定', 'A result is final'), text('与您有关的考核结果已最终确定。', 'A result that concerns you is final.')),
  'interview.waived': mail(text('绩效面谈已取消', 'The interview was waived'), text('原因请在系统中查看。', 'The reason is in the application.')),
  'metrics.reported': mail(text('有人报告指标数据有误', 'A value was reported as wrong'), text('请核对并答复。', 'Please check and answer.')),
  'metrics.answered': mail(text('您报告的指标数据已答复', 'Your report about a value was answered'), text('请在系统中查看答复。', 'The answer is in the application.')),
  'calibration.correction': mail(text('一项更正等待第二人确认', 'A correction waits for a second person'), text('请在系统中查看并确认或拒绝。', 'Please look at it and confirm or refuse.')),
  'appeal.admitted': mail(text('您的申诉已受理', 'Your appeal was admitted'), text('评议小组将在规定时间内作出决定。', 'The panel decides within the set time.')),
  'appeal.decided': mail(text('您的申诉已有决定', 'Your appeal was decided'), text('请在系统中查看决定与理由。', 'The decision and its reasons are in the application.')),
  'cycle.requestConfirmed': mail(text('您的批量操作已获确认', 'Your act on many people was confirmed'), text('第二人已确认，操作已执行。', 'A second person confirmed it, and it was carried out.')),
  'cycle.requestDeclined': mail(text('您的批量操作被拒绝', 'Your act on many people was declined'), text('第二人未确认，操作未执行。', 'A second person declined it, and nothing was done.')),
  'appeal.memberReplaced': mail(text('评议小组成员有变动', 'A member of the panel was replaced'), text('人力资源替换了一位评议小组成员，原因可在系统中查看。', 'HR replaced a member of the panel. The reason stands in the application.')),
  'appeal.sentBack': mail(text('您的申诉已发回重评', 'Your appeal went back to scoring'), text('评议小组要求重新评分，之后继续审议。', 'The panel asked for a new scoring and will go on afterwards.')),
  'appeal.closed': mail(text('您的申诉已结束', 'Your appeal has ended'), text('申诉的结论可在系统中查看。', 'You can see in the application how it ended.')),
  'cycle.secondPersonNeeded': mail(text('批量操作需要第二人确认', 'An act on many people needs a second person'), text('一项涉及多人的操作等待另一位人力资源同事确认。', 'An act on many people waits for a second HR person.')),
  'cycle.cancelled': mail(text('考核周期已取消', 'The review cycle was cancelled'), text('您参与的考核周期已取消，已填写的内容会保留。', 'The review cycle you take part in was cancelled. What was written stays.')),
  'hr.extended': mail(text('截止时间已延长', 'A deadline was extended'), text('人力资源延长了与您有关的一个截止时间，原因可在系统中查看。', 'HR extended a deadline that concerns you. The reason stands in the application.')),
  'hr.reassigned': mail(text('任务已转交', 'A task was given to somebody else'), text('人力资源把与您有关的一项任务转交给了其他人，原因可在系统中查看。', 'HR gave a task that concerns you to somebody else. The reason stands in the application.')),
  'hr.returned': mail(text('流程已退回上一步', 'A review went one step back'), text('人力资源把与您有关的绩效流程退回了上一步，原因可在系统中查看。', 'HR sent a review that concerns you one step back. The reason stands in the application.')),
  'hr.planMoved': mail(text('绩效流程已改用新的方案版本', 'A review moved to another plan version'), text('人力资源已将与您有关的绩效流程改用另一方案版本，变化与原因可在系统中查看。', 'HR moved a review that concerns you to another version of the plan. What changed and why stands in the application.')),
  'hr.planMovePlanned': mail(text('下一环节起改用新的方案版本', 'A review will move to another plan version'), text('与您有关的绩效流程将从下一环节起改用另一方案版本，原因可在系统中查看。', 'From its next step on, a review that concerns you runs under another version of the plan. The reason stands in the application.')),
  'hr.planMoveReverted': mail(text('方案版本的变更已撤销', 'A move to another plan version was taken back'), text('与您有关的绩效流程恢复原方案版本，原因可在系统中查看。', 'A review that concerns you runs under its former version of the plan again. The reason stands in the application.')),
  'hr.planMoveKept': mail(text('部分绩效未能改用新的方案版本', 'A review did not move to another plan version'), text('您安排的方案版本变更有未能执行的部分，原因可在系统中查看。', 'A review kept its version although you asked for another one. Why stands in the application.')),
  'export.ready': mail(text('您申请的文件已可下载', 'The file you asked for is ready'), text('文件只能由您本人下载，72 小时后删除。', 'Only you can download it. It is deleted after 72 hours.')),
  'cycle.joinerMissing': mail(text('有中途加入的员工未进入考核周期', 'A late joiner is not in the review cycle'), text('缺少必要信息，请在系统中补全后手动添加。', 'Something is missing. Please complete it and add the person by hand.')),
  'delegation.received': mail(text('有人委托您代为处理', 'Somebody delegated tasks to you'), text('您在一段时间内代为处理同事的部分待办，期限与范围可在系统中查看。', 'For some time you stand in for a colleague. Period and scope stand in the application.')),
  'delegation.made': mail(text('已为您设置委托', 'A substitute was named for you'), text('人力资源为您设置了代理人，期限与范围可在系统中查看。', 'HR named a substitute for you. Period and scope stand in the application.')),
  'delegation.ended': mail(text('委托已结束', 'A delegation has ended'), text('与您有关的一项委托已提前结束。', 'A delegation that concerns you was ended before its time.')),
  'risk.triggered': mail(text('您负责的一项风险出现预警', 'A risk of yours shows'), text('该风险的监测指标已越过预警值，请在系统中查看。', 'The measure of its early warning went beyond the limit. It stands in the application.')),
  'issue.answered': mail(text('您反馈的问题已有答复', 'Your report was answered'), text('请在系统中查看答复。', 'The answer stands in the application.')),
  'change.applied': mail(text('组织变更已处理', 'A change of the organisation was taken in'), text('您登记的组织变更已传达到所有相关流程，转移的待办可在系统中查看。', 'The change you reported has reached every process it concerns. The tasks that moved stand in the application.')),
  'hr.removed': mail(text('已移出考核周期', 'Somebody was taken out of the cycle'), text('与您有关的一份绩效已移出本周期，原因可在系统中查看。', 'A review that concerns you was taken out of the cycle. The reason stands in the application.')),
};

/** Kinds with texts of their own. */
export const mailKinds: readonly string[] = Object.keys(byKind);

/** Several reminders in one mail. */
export const digestText = (count: number): MailText =>
  mail(text(`提醒：${count} 项任务等待您处理`, `Reminder: ${count} tasks wait for you`), text('以下任务仍在等待您处理，请留意截止时间。', 'These tasks still wait for you. Mind their deadlines.'));

const general = mail(text('您有一条新通知', 'There is news for you'), text('有一件与您有关的事项有了进展，请打开链接查看。', 'Something that concerns you has moved on. Open the link to see it.'));

/** Texts of a mail by the kind of its notice: `task.<process>.<step>`, `reminder.<step>`, or a kind of its own. No text ever carries a result. */
export function mailText(kind: string): MailText {
  const [family, ...rest] = kind.split('.');
  const step = stepNames[rest.at(-1) ?? ''];
  if (family === 'task' && step) return mail(text(`待办：${step.zh}`, `To do: ${step.en}`), text('有一项任务等待您处理。', 'A task waits for you.'));
  if (family === 'reminder' && step) return mail(text(`提醒：${step.zh}`, `Reminder: ${step.en}`), text('以下任务仍在等待您处理，请留意截止时间。', 'This task still waits for you. Mind its deadline.'));
  return byKind[kind] ?? general;
}
