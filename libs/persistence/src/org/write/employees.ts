import { sql, type Executor } from '../../database/index.js';
import { expectRows, rows, type WriteOf, type Writer } from './batch.js';

/** People come with an account that cannot sign in until an invitation sets its password. */
export const insertEmployee: Writer<'insertEmployee'> = async (tx, batch) => {
  expectRows(batch, await tx.run(sql`
    with added as (
      insert into employees (number, name, name_en, email, zone, locale, region, country, private_address, hired_on, left_on)
      select number, name, "nameEn", email, zone, locale, region, country, "privateAddress", "hiredOn", "leftOn"
      from jsonb_to_recordset(${rows(batch.map((write) => write.employee))}) as r(number text, name text, "nameEn" text, email text, zone text, locale text, region text,
        country text, "privateAddress" text, "hiredOn" date, "leftOn" date)
      returning id)
    insert into accounts (employee_id) select id from added`));
};

export const renumberEmployee: Writer<'renumberEmployee'> = async (tx, batch) =>
  expectRows(batch, await tx.run(sql`update employees e set number = r."to" from jsonb_to_recordset(${rows(batch)}) as r(number text, "to" text) where e.number = r.number`));

export const updateEmployee: Writer<'updateEmployee'> = async (tx, batch) =>
  expectRows(batch, await tx.run(sql`
    update employees e set name = coalesce(r.set ->> 'name', e.name), email = coalesce(r.set ->> 'email', e.email), zone = coalesce(r.set ->> 'zone', e.zone),
      locale = coalesce(r.set ->> 'locale', e.locale), region = coalesce(r.set ->> 'region', e.region), country = coalesce(r.set ->> 'country', e.country),
      name_en = case when r.set ? 'nameEn' then r.set ->> 'nameEn' else e.name_en end,
      private_address = case when r.set ? 'privateAddress' then r.set ->> 'privateAddress' else e.private_address end,
      hired_on = coalesce((r.set ->> 'hiredOn')::date, e.hired_on),
      left_on = case when r.set ? 'leftOn' then (r.set ->> 'leftOn')::date else e.left_on end
    from jsonb_to_recordset(${rows(batch)}) as r(number text, set jsonb) where e.number = r.number`));

/**
 * Takes the addresses of people who get another one out of the way, because two may swap theirs and a new person may get one that becomes
 * free in the same set. The real address follows in the same transaction.
 */
export async function parkEmails(tx: Executor, updates: readonly WriteOf<'updateEmployee'>[]): Promise<void> {
  const numbers = updates.filter((write) => write.set.email !== undefined).map((write) => write.number);
  if (numbers.length > 0) await tx.run(sql`update employees set email = id || '@moving.invalid' where number in (select jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb))`);
}

/** Sessions of people whose last day is before `today` end at once. */
export async function endSessionsOfLeavers(tx: Executor, today: string): Promise<void> {
  await tx.run(sql`delete from sessions s using employees e where e.id = s.employee_id and e.left_on < ${today}::date`);
}
