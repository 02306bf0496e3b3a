import { DOWNTIME_MINIMUM_SECONDS } from '@fairmark/domain/calendar';
import { sql, type Executor } from '../database/index.js';

/** The parts without which nobody can act. */
export type Component = 'api' | 'worker';

/** A component whose last sign of life is older counts as silent; signs come every 5 seconds. */
const SILENT_AFTER_SECONDS = 60;
/** Signs of instances that are gone; the latest one of a component always stays, it marks the beginning of a gap. */
const KEPT_HOURS = 24;

/**
 * A sign of life, by the database's clock. When all instances of the component were silent for more than 15 minutes, the gap is recorded first:
 * it is given back to every window that it overlapped (`rules.md §12`).
 */
export async function heartbeat(tx: Executor, component: Component, instance: string): Promise<void> {
  await tx.run(sql`
    insert into downtimes (component, from_at, to_at)
    select ${component}, max(at), clock_timestamp() from heartbeats where component = ${component}
    having clock_timestamp() - max(at) > make_interval(secs => ${DOWNTIME_MINIMUM_SECONDS}) on conflict do nothing`);
  await tx.run(sql`
    insert into heartbeats (component, instance, at) values (${component}, ${instance}, clock_timestamp()) on conflict (component, instance) do update set at = excluded.at`);
  await tx.run(sql`delete from heartbeats where component = ${component} and instance <> ${instance} and at < clock_timestamp() - make_interval(hours => ${KEPT_HOURS})`);
}

/** For how long a component that once lived has given no sign of life; 0 while it lives. An installation that never had one is not silent. */
export async function silentSeconds(tx: Executor, component: Component): Promise<number> {
  const row = await tx.one(sql<{ seconds: number | null }>`select extract(epoch from clock_timestamp() - max(at))::integer as seconds from heartbeats where component = ${component}`);
  const seconds = row?.seconds ?? 0;
  return seconds > SILENT_AFTER_SECONDS ? seconds : 0;
}
