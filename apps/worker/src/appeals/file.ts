import { FileAppeal } from '@fairmark/contracts/appeals';
import { AppealErrors } from '@fairmark/contracts/errors';
import { workflowId as ids } from '@fairmark/contracts/process';
import { filingRefusal, openAppeal, sameItem } from '@fairmark/domain/appeals';
import type { Transition } from '@fairmark/domain/process';
import { appealableItems, appealsOf, freezePapers, insertAppeal, panelRelations, type FiledItem } from '@fairmark/persistence/appeals';
import { sql, type Executor } from '@fairmark/persistence/database';
import { acceptanceOf, recordAct } from '@fairmark/persistence/result';
import { mustBeNext } from '../result/index.js';
import { refuse, type DecisionContext } from '../processes/index.js';
import { loadReview, type Review } from '../reviews/review.js';
import { dayOf } from './case.js';

/**
 * 申诉: the person contests the published result, or the end of an improvement buffer. The instant at which the request was received decides whether it was in time. Set 1 of the
 * evidence is frozen, the review waits, and what the result pays is held; a shadow result has no pay to hold.
 */
export async function file(context: DecisionContext): Promise<Transition> {
  const { tx, now, process, visit, actorId } = context;
  const about = visit.step === 'bufferOutcome' ? ('buffer' as const) : ('result' as const);
  const review = await loadReview(tx, process.refId);
  const { items, paperIds } = FileAppeal.parse(context.body);
  const filed = await checked(context, review, about, items);
  const id = await newId(tx);
  const engine = openAppeal({
    subjectId: review.employeeId, filedAt: now, bands: bandsOf(review), paperIds, originalScorerIds: (await panelRelations(tx, review.id, await dayOf(context, review.employeeId), null)).scorerIds,
    contested: filed.map(({ item, value }) => ({ item, value })).filter((one, index, all) => all.findIndex((other) => sameItem(other.item, one.item)) === index),
  });
  await insertAppeal(tx, { id, reviewId: review.id, workflowId: ids.appeal(id), about, filedBy: actorId, filedAt: now, items: filed, engine, payHeld: !review.shadow });
  if (!(await freezePapers(tx, { appealId: id, reviewId: review.id, ownerId: actorId, evidenceSet: 1, paperIds }, now))) refuse(AppealErrors.paperUnknown);
  if (about === 'result') await recordAct(tx, { reviewId: review.id, act: 'appealFiled', actorId, at: now, detail: { appealId: id } });
  return {
    outcome: 'appealed', details: { appealId: id }, step: 'appeal',
    close: [{ visitId: visit.id, outcome: 'appealed', by: actorId }],
    open: [{ step: 'appeal', assignees: [], subjectId: review.employeeId, deadline: null, timeout: 'none', payload: { appealId: id } }],
    start: [{ kind: 'appeal', workflowId: ids.appeal(id), refId: id }],
    audit: [{
      action: 'appeal.filed', object: id, after: { reviewId: review.id, about, items: filed.map(({ item, ground }) => ({ item, ground })), papers: paperIds.length },
      texts: Object.fromEntries(filed.map(({ text }, index) => [`text${index + 1}`, { body: text, ownerId: actorId }])),
    }],
  };
}

/** The items with the values that they have in the contested result. Refuses with `APPEAL.*`, or `ACCEPTANCE.*` where an acceptance must be taken back first. */
async function checked(context: DecisionContext, review: Review, about: 'result' | 'buffer', items: FileAppeal['items']): Promise<FiledItem[]> {
  const { tx, now, actorId, visit } = context;
  const appealable = await appealableItems(tx, review, about);
  const windowEndsAt = about === 'result' ? (await acceptanceOf(tx, review, now)).endsAt : visit.dueAt;
  const filedBefore = (await appealsOf(tx, review.id)).some((appeal) => appeal.about === about);
  const facts = { actorId, subjectId: review.employeeId, publishedAt: review.publishedAt, windowEndsAt, receivedAt: now, filedBefore, appealable: appealable.map(({ item }) => item) };
  const refusal = filingRefusal(items, facts);
  if (refusal) refuse(refusal);
  if (about === 'result') await mustBeNext(context, review, 'appeal');
  return items.map((one) => ({ ...one, value: appealable.find(({ item }) => sameItem(item, one.item))?.value ?? null }));
}

const bandsOf = ({ plan }: Review): string[] => [...plan.bands].sort((a, b) => b.lowerCenti - a.lowerCenti).map((band) => band.code);

async function newId(tx: Executor): Promise<string> {
  return ((await tx.one(sql<{ id: string }>`select uuidv7() as id`)) as { id: string }).id;
}
