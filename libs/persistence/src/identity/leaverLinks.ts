import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { enqueue } from '../process/outbox.js';
import { createLink, LEAVER_HOURS } from './links.js';

/** Whom a link is for, and by whom; null when the system sends it. */
export interface LeaverLink {
  reviewId: string;
  employeeId: string;
  workflowId: string;
  by: string | null;
  at: string;
}

/** The page that takes the token from behind the `#`: browsers do not send that part to anybody. */
const PAGE = '/leaver#{token}';

/** Somebody has left whose review still asks something of them, or whose appeal is open. */
const concerned = sql`
  from reviews r join employees e on e.id = r.employee_id
  where e.left_on < (now() at time zone e.zone)::date and r.published_at <= now()
    and (exists (select from visits v where v.workflow_id = r.workflow_id and v.state = 'open' and v.step in ('acknowledgement', 'bufferOutcome')) or exists (select from appeals a where a.review_id = r.id and a.closed_at is null))`;

type LeaverReview = Pick<LeaverLink, 'reviewId' | 'employeeId' | 'workflowId'>;

/** Reviews of leavers who have an address outside the company and have not been sent a link since the result was published and they left. Locked, so that one worker sends it. */
export async function leaversToWrite(tx: Executor, limit: number): Promise<LeaverReview[]> {
  return tx.all(sql<LeaverReview>`
    select r.id as "reviewId", r.employee_id as "employeeId", r.workflow_id as "workflowId" ${concerned} and e.private_address is not null
      and not exists (select from one_time_links l where l.review_id = r.id and l.purpose = 'leaver' and l.created_at >= greatest(r.published_at, (e.left_on + 1)::timestamp at time zone e.zone))
    order by r.id limit ${limit} for update of r skip locked`);
}

/** The review of a leaver as it is now; undefined when nothing waits for them any more. `address`: whether there is one outside the company. */
export async function leaverReview(read: Executor, reviewId: string): Promise<(LeaverReview & { address: boolean }) | undefined> {
  return read.one(sql<LeaverReview & { address: boolean }>`select r.id as "reviewId", r.employee_id as "employeeId", r.workflow_id as "workflowId", e.private_address is not null as address ${concerned} and r.id = ${reviewId}`);
}

/** Makes a one-time link and sends it to the private address; the token leaves sealed. */
export async function sendLeaverLink(tx: Executor, { reviewId, employeeId, workflowId, by, at }: LeaverLink, seal: (token: string) => string): Promise<void> {
  const token = await createLink(tx, { purpose: 'leaver', employeeId, reviewId, hours: LEAVER_HOURS, createdBy: by });
  await enqueue(tx, 'mail', { template: 'identity.leaver', employeeId, link: PAGE, sealedToken: seal(token), toPrivateAddress: true });
  await appendAudit(tx, workflowId, { actorId: by }, at, [{ action: 'leaver.linkSent', object: reviewId, after: { hours: LEAVER_HOURS } }]);
}
