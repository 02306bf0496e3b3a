import type { CreateRobotChannel, RobotChannelView } from '@fairmark/contracts/robots';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { inScope, type Scope } from '../org/read/scope.js';
import { personOf } from '../process/inbox/fragments.js';

/** What is stored of a new robot: address and secret only sealed. */
export interface NewRobotChannel extends Omit<CreateRobotChannel, 'webhookUrl' | 'secret'> {
  sealedUrl: string;
  sealedSecret: string | null;
}

interface Made {
  by: string;
  at: string;
}

const columns = sql`
  c.id, c.kind, c.name, (select jsonb_build_object('id', d.id, 'name', d.name, 'nameEn', d.name_en) from departments d where d.id = c.department_id) as department, c.process_kinds as "processKinds", c.rhythm, c.locale,
  c.sealed_secret is not null as signed, c.disabled_at is null as enabled, ${personOf('c.created_by')} as "createdBy", c.created_at as "createdAt", c.last_sent_at as "lastSentAt", c.failed_at as "failedAt", c.failure`;

/** Stores a robot; zone and country are its maker's, so that it speaks in the mornings there. The record says everything but address and secret. Answers its id. */
export async function createRobotChannel(tx: Executor, { sealedUrl, sealedSecret, ...channel }: NewRobotChannel, made: Made): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into robot_channels (kind, name, sealed_url, sealed_secret, department_id, process_kinds, rhythm, locale, zone, country, created_by, created_at, look_at, seen_at)
    select ${channel.kind}, ${channel.name}, ${sealedUrl}, ${sealedSecret}, ${channel.departmentId}::uuid, ${channel.processKinds}::text[], ${channel.rhythm}, ${channel.locale}, e.zone, e.country, e.id, ${made.at}, ${made.at}, ${made.at}
    from employees e where e.id = ${made.by} returning id`);
  const { id } = row as { id: string };
  await appendAudit(tx, 'robots', { actorId: made.by }, made.at, [{ action: 'robots.created', object: id, before: null, after: channel }]);
  return id;
}

/** Robots of a scope, newest first; those of the whole company only for whoever has it as scope. */
export async function robotChannels(read: Executor, scope: Scope): Promise<RobotChannelView[]> {
  return read.all(sql<RobotChannelView>`select ${columns} from robot_channels c where ${inScope('c.department_id', scope)} order by c.created_at desc, c.id desc limit 200`);
}

/** One robot of a scope. */
export async function robotChannelById(read: Executor, id: string, scope: Scope): Promise<RobotChannelView | undefined> {
  return read.one(sql<RobotChannelView>`select ${columns} from robot_channels c where c.id = ${id} and ${inScope('c.department_id', scope)}`);
}

/** Switches a robot off for good; false when it was off already. Messages that wait in the queue are not sent any more. */
export async function disableRobotChannel(tx: Executor, id: string, { by, at }: Made): Promise<boolean> {
  const done = await tx.run(sql`update robot_channels set disabled_at = ${at}, disabled_by = ${by} where id = ${id} and disabled_at is null`);
  if (done) await appendAudit(tx, 'robots', { actorId: by }, at, [{ action: 'robots.disabled', object: id, before: { enabled: true }, after: { enabled: false } }]);
  return Boolean(done);
}

/** Whether there is such a department to speak of. */
export async function departmentExists(tx: Executor, id: string): Promise<boolean> {
  return (await tx.one(sql`select 1 from departments where id = ${id}`)) !== undefined;
}
