import type { AppealReader, AppealView, ContestedLine } from '@fairmark/contracts/appeals';
import type { PersonRef } from '@fairmark/contracts/common';
import { sameItem, type AppealState } from '@fairmark/domain/appeals';
import { appealableItems, freeManagers, panelRelations, papersOfAppeal, peopleOf, proposalsOf, scoreOf, statementsOf, type AppealRow, type Statement, type StatementKind } from '@fairmark/persistence/appeals';
import type { Executor } from '@fairmark/persistence/database';
import type { ReviewHead } from '@fairmark/persistence/reviews';
import { latestSheets } from '@fairmark/persistence/scoring';

interface Reading {
  appeal: AppealRow;
  head: ReviewHead;
  reader: AppealReader;
  viewerId: string;
}

type Parts = Pick<AppealView, 'items' | 'papers' | 'papersRequest' | 'statement' | 'panel' | 'proposals' | 'ballot' | 'rescorers' | 'sentBack' | 'decisions' | 'refusal' | 'secondLevel'>;

const CASE: readonly AppealReader[] = ['employee', 'panel'];

/** What of a case each reader gets; everything else stays null or empty. */
export async function partsOf(read: Executor, reading: Reading): Promise<Parts> {
  const { appeal, reader, viewerId } = reading;
  const { engine } = appeal;
  const said = await statementsOf(read, appeal.id);
  const full = CASE.includes(reader);
  const panel = reader === 'panel';
  const papers = reader === 'hr' || reader === 'admitter' ? [] : await papersOfAppeal(read, appeal.id);
  const reasons = new Map((await proposalsOf(read, appeal.id)).map((proposal) => [proposal.id, proposal]));
  return {
    items: await itemsFor(read, reading),
    papers: papers.filter((paper) => panel || paper.uploadedBy.id === viewerId),
    papersRequest: full ? papersRequest(engine, said) : null,
    statement: panel || reader === 'manager' ? statementOf(engine, said, panel ? null : viewerId) : null,
    panel: await panelFor(read, engine, reader),
    proposals: panel ? engine.proposals.flatMap(({ proposalId }) => reasons.get(proposalId) ?? []) : [],
    ballot: panel ? ballotOf(engine, viewerId) : null,
    rescorers: panel && engine.level === 1 && !engine.sentBack ? await rescorers(read, reading) : [],
    sentBack: full && engine.sentBack ? { items: [...engine.sentBack.items], at: engine.sentBack.at, ...texts(reasons.get(engine.sentBack.reasonsId)) } : null,
    decisions: full ? engine.decisions.map(({ level, outcome, items, reasonsId, decidedAt }) => ({ level, outcome, items: [...items], decidedAt, ...texts(reasons.get(reasonsId)) })) : [],
    refusal: engine.refusal && reader !== 'manager' ? { ...engine.refusal, text: last(said, 'refusal', engine.refusal.level)?.body ?? '' } : null,
    secondLevel: engine.secondLevel && reader !== 'hr' ? { ...engine.secondLevel, text: last(said, 'secondLevel', 2)?.body ?? '' } : null,
  };
}

const texts = (proposal: { facts: string; rule: string; reason: string } | undefined) => ({ facts: proposal?.facts ?? '', rule: proposal?.rule ?? '', reason: proposal?.reason ?? '' });
const last = (said: readonly Statement[], kind: StatementKind, level?: number): Statement | undefined => said.findLast((one) => one.kind === kind && (level === undefined || one.level === level));

/** Grounds for everybody who hears or answers them; HR only while it checks them. Values for the person and the panel. */
async function itemsFor(read: Executor, { appeal, head, reader }: Reading): Promise<ContestedLine[]> {
  if (reader === 'hr') return [];
  const known = await appealableItems(read, head, appeal.about);
  const again = appeal.engine.sentBack && reader === 'panel' ? await latestSheets(read, appeal.reviewId, 'rescoring') : [];
  return appeal.items.map(({ item, value, ground, text }) => ({
    item, ground, text, name: known.find((one) => sameItem(one.item, item))?.name ?? null, value: CASE.includes(reader) ? value : null, rescored: again.length > 0 ? scoreOf(item.key, again) : null,
  }));
}

function papersRequest(state: AppealState, said: readonly Statement[]): AppealView['papersRequest'] {
  const asked = last(said, 'papersRequest');
  if (!asked || state.papers === 'none') return null;
  return { text: asked.body, askedAt: asked.createdAt, answer: last(said, 'papersAnswer')?.body ?? null, state: state.papers };
}

/** The manager's words of the present level; the manager sees only the own ones. */
function statementOf(state: AppealState, said: readonly Statement[], authorId: string | null): AppealView['statement'] {
  const found = last(said, 'statement', state.level);
  return found && (authorId === null || found.author.id === authorId) ? { author: found.author, text: found.body, at: found.createdAt } : null;
}

/** The employee knows who hears the case; alternates and replaced members are seen by the panel and HR. */
async function panelFor(read: Executor, { panel }: AppealState, reader: AppealReader): Promise<AppealView['panel']> {
  if (!panel || reader === 'manager') return null;
  const people = await peopleOf(read, [...panel.memberIds, ...panel.alternateIds, ...panel.replacedIds]);
  const named = (ids: readonly string[]): PersonRef[] => ids.flatMap((id) => people.get(id) ?? []);
  const inside = reader !== 'employee';
  return { members: named(panel.memberIds), alternates: inside ? named(panel.alternateIds) : [], replaced: inside ? named(panel.replacedIds) : [] };
}

/** Who has voted, and the own vote. */
function ballotOf({ ballot }: AppealState, viewerId: string): AppealView['ballot'] {
  if (!ballot) return null;
  const { number, openedAt, proposalIds, votes } = ballot;
  return { number, openedAt, proposalIds: [...proposalIds], votedIds: votes.map((vote) => vote.memberId), mine: votes.find((vote) => vote.memberId === viewerId)?.proposalId ?? null };
}

async function rescorers(read: Executor, { appeal, head }: Reading): Promise<PersonRef[]> {
  const day = new Date().toISOString().slice(0, 10);
  const { scorerIds, reportIds } = await panelRelations(read, appeal.reviewId, day, appeal.id);
  const { panel } = appeal.engine;
  return freeManagers(read, day, [head.employee.id, ...scorerIds, ...reportIds, ...(panel?.memberIds ?? []), ...(panel?.alternateIds ?? []), ...(panel?.replacedIds ?? [])]);
}
