import type { BufferView, Consequence } from '@fairmark/contracts/buffers';
import type { BilingualText, PersonRef } from '@fairmark/contracts/common';
import type { BufferRules } from '@fairmark/contracts/plans';
import { companyKeptItsPart } from '@fairmark/domain/buffers';
import { sql, type Executor } from '../database/index.js';
import { amountOf, rewardInputs } from '../rewards/index.js';
import { bufferOf, checkInsOf, type BufferRow } from './rows.js';

async function peopleOf(read: Executor, ids: readonly string[]): Promise<Map<string, PersonRef>> {
  const rows = await read.all(sql<PersonRef>`select id, name, name_en as "nameEn" from employees where id = any(${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

const textFor = (rule: BufferRules, consequence: string | null): BilingualText | null =>
  consequence === 'softened' ? rule.improvement.softened : consequence === 'pending' || consequence === 'inEffect' ? rule.improvement.consequence : null;

/** The outcome counts for pay once it is final, so this gives nothing away before it is told. */
async function coefficientOf(read: Executor, reviewId: string): Promise<number | null> {
  const [input] = await rewardInputs(read, sql`r.id = ${reviewId}`);
  return input ? (amountOf({ ...input, baseCents: input.baseCents ?? 0 })?.coefficientBp ?? null) : null;
}

/** The buffer page. `signedOnly`: the person sees judgements once they are signed, the line and HR as they come. */
export async function bufferView(read: Executor, reviewId: string, now: string, signedOnly: boolean): Promise<BufferView | null> {
  const row = await bufferOf(read, reviewId);
  if (!row) return null;
  const rule = await read.one(sql<{ rule: BufferRules }>`select rule from buffers where id = ${row.id}`);
  const checkIns = await checkInsOf(read, row.id);
  const hidden = signedOnly && row.state !== 'closed';
  const entries = hidden ? [] : (Object.entries(row.judgements) as [keyof BufferRow['judgements'], NonNullable<BufferRow['judgements']['hr']>][]);
  const people = await peopleOf(read, [...entries.map(([, judgement]) => judgement.by), ...checkIns.flatMap((one) => one.recordedBy ?? []), ...(row.supportPlan?.partnerId ? [row.supportPlan.partnerId] : [])]);
  const person = (id: string): PersonRef => people.get(id) ?? { id, name: '', nameEn: null };
  const missed = (dueOn: string, heldAt: string | null): boolean => heldAt === null && (row.endsAt !== null && row.endsAt <= now ? true : dueOn < now.slice(0, 10));
  const held = checkIns.filter((one) => one.heldAt !== null).length;
  const over = row.endsAt !== null && row.endsAt <= now;
  return {
    id: row.id, kind: row.kind, state: row.state, objection: row.supportPlan?.objection ?? null, agreedAt: row.agreedAt, startsAt: row.startsAt, endsAt: row.endsAt,
    supportPlan: row.supportPlan && { goals: row.supportPlan.goals, partner: row.supportPlan.partnerId ? person(row.supportPlan.partnerId) : null, training: row.supportPlan.training, note: row.supportPlan.note },
    checkIns: checkIns.map((one) => ({ no: one.no, dueOn: one.dueOn, heldAt: one.heldAt, note: one.note, recordedBy: one.recordedBy ? person(one.recordedBy) : null, missed: missed(one.dueOn, one.heldAt) })),
    mayTakeEffect: row.kind === 'improvement' && (over ? companyKeptItsPart(checkIns.length, held) : true),
    judgements: entries.map(([as, judgement]) => ({ as, by: person(judgement.by), outcome: judgement.outcome, reason: judgement.reason, at: judgement.at })),
    outcome: hidden ? null : row.outcome, consequence: (hidden ? 'pending' : row.consequence ?? 'pending') as Consequence, consequenceText: rule ? textFor(rule.rule, hidden ? 'pending' : row.consequence) : null, closedAt: row.closedAt,
    coefficientBp: row.kind === 'improvement' && rule?.rule.improvement.pay ? await coefficientOf(read, reviewId) : null,
  };
}
