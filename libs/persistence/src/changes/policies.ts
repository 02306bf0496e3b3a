import type { ChangeKind, ChangePolicy, PolicyView } from '@fairmark/contracts/changes';
import { ChangeKind as Kinds } from '@fairmark/contracts/changes';
import { ProcessKindName } from '@fairmark/contracts/inbox';
import type { ProcessKind } from '@fairmark/contracts/process';
import { policyChoice, policyFor } from '@fairmark/domain/changes';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';

interface ChosenRow {
  process: ProcessKind;
  change: ChangeKind;
  policy: ChangePolicy;
  setBy: PolicyView['setBy'];
  setAt: string;
}

async function chosen(read: Executor): Promise<ChosenRow[]> {
  return read.all(sql<ChosenRow>`
    select c.process_kind as process, c.change_kind as change, c.policy, jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) as "setBy", c.set_at as "setAt"
    from change_policies c join employees e on e.id = c.set_by`);
}

/** Every kind of process with its policy for every kind of change. */
export async function policyViews(read: Executor): Promise<PolicyView[]> {
  const rows = await chosen(read);
  return ProcessKindName.options.flatMap((process) =>
    Kinds.options.map((change) => {
      const row = rows.find((one) => one.process === process && one.change === change);
      const policy = policyFor(process, change, row?.policy);
      return { process, change, policy, isDefault: row?.policy !== policy, allowed: [...policyChoice(process, change).allowed], setBy: row?.setBy ?? null, setAt: row?.setAt ?? null };
    }),
  );
}

/** Policies that count now for a kind of change, by kind of process. */
export async function policiesFor(read: Executor, change: ChangeKind): Promise<Record<ProcessKind, ChangePolicy>> {
  const rows = await chosen(read);
  return Object.fromEntries(ProcessKindName.options.map((process) => [process, policyFor(process, change, rows.find((one) => one.process === process && one.change === change)?.policy)])) as Record<ProcessKind, ChangePolicy>;
}

/** Chooses a policy; it counts for changes whose day comes from now on. */
export async function setPolicy(tx: Executor, { process, change, policy }: { process: ProcessKind; change: ChangeKind; policy: ChangePolicy }, by: string, at: string): Promise<void> {
  const before = (await policiesFor(tx, change))[process];
  await tx.run(sql`
    insert into change_policies (process_kind, change_kind, policy, set_by, set_at) values (${process}, ${change}, ${policy}, ${by}, ${at})
    on conflict (process_kind, change_kind) do update set policy = excluded.policy, set_by = excluded.set_by, set_at = excluded.set_at`);
  await appendAudit(tx, 'org/change-policies', { actorId: by }, at, [{ action: 'changePolicy.set', object: `${process}/${change}`, before, after: policy }]);
}
