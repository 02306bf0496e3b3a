import type { Transition, VisitClosing, VisitSpec } from '@fairmark/domain/process';
import { sql } from '@fairmark/persistence/database';
import { openVisits, type VisitRow } from '@fairmark/persistence/process';
import { loadSegments, saveSegmentScore, segmentScores, type ReviewSegment } from '@fairmark/persistence/scoring';
import type { ProcessContext } from '../processes/index.js';
import type { Review } from '../reviews/review.js';
import { scoringVisit } from './enter.js';
import { factsAtPeriodEnd } from './facts.js';
import { opinionVisits } from './opinion.js';

const SCORED = new Set(['scoring', 'opinion', 'ratability']);
const same = (a: ReviewSegment, b: ReviewSegment): boolean => a.no === b.no && a.managerId === b.managerId && a.from === b.from && a.to === b.to && a.scored === b.scored;

/**
 * A change became known while stretches are being scored: they are those that would have been opened had it been known in time. Stretches that stay keep their visit and their
 * score; the others are asked again. Null when none differs.
 */
export async function resegment(context: ProcessContext, review: Review): Promise<Pick<Transition, 'close' | 'open' | 'audit'> | null> {
  const { tx, now, process } = context;
  const visits = (await openVisits(tx, process.workflowId)).filter((visit) => SCORED.has(visit.step));
  if (process.step !== 'scoring' || visits.length === 0) return null;
  const before = await loadSegments(tx, review.id);
  const scores = await tx.all(sql<{ no: number; scorerId: string }>`select segment_no as no, scorer_id as "scorerId" from segment_scores where review_id = ${review.id}`);
  const totals = await segmentScores(tx, review.id);
  const facts = await factsAtPeriodEnd(context, review);
  const after = await loadSegments(tx, review.id);
  const kept = after.filter((segment) => before.some((one) => same(one, segment))).map((segment) => segment.no);
  for (const score of totals.filter(({ no }) => kept.includes(no))) await saveSegmentScore(tx, review.id, { ...score, scorerId: String(scores.find(({ no }) => no === score.no)?.scorerId) }, now);
  if (kept.length === after.length && after.length === before.length) return null;
  const open = await openings(context, facts, kept);
  // Nobody new to ask and nobody left who is asked would leave the review without an owner: whoever scores now goes on.
  if (open.length === 0 && !visits.some((visit) => kept.includes(Number(visit.payload['segmentNo'])))) return null;
  return { close: closings(visits, kept), open, audit: [{ action: 'scoring.stretches', object: review.id, before: before.map(line), after: after.map(line) }] };
}

const line = ({ managerId, from, to, scored }: ReviewSegment): Record<string, unknown> => ({ managerId, from, to, scored });

const closings = (visits: readonly VisitRow[], kept: readonly number[]): VisitClosing[] =>
  visits.filter((visit) => !kept.includes(Number(visit.payload['segmentNo']))).map((visit) => ({ visitId: visit.id, outcome: 'superseded' }));

async function openings(context: ProcessContext, { review, scored, short }: Awaited<ReturnType<typeof factsAtPeriodEnd>>, kept: readonly number[]): Promise<VisitSpec[]> {
  const visits: VisitSpec[] = [];
  for (const segment of scored) if (!kept.includes(segment.no)) visits.push(await scoringVisit(context, review, segment));
  const going = scored.filter((segment) => kept.includes(segment.no)).map((segment) => ({ assignees: [{ employeeId: segment.managerId, why: 'lineManager' }] }));
  return [...visits, ...(await opinionVisits(context, review, short.filter((segment) => !kept.includes(segment.no)), [...visits, ...going]))];
}
