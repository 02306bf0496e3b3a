import type { AppealOutcome, AppealProposalView, Rescorer } from '@fairmark/contracts/appeals';
import { sql, type Executor } from '../database/index.js';
import { personJson } from '../reviews/head.js';

export interface NewProposal {
  appealId: string;
  level: number;
  authorId: string;
  outcome: AppealOutcome;
  items: AppealProposalView['items'];
  rescorer: Rescorer | null;
  scorerId: string | null;
  facts: string;
  rule: string;
  reason: string;
}

/** What a member wants decided; answers its id. */
export async function insertProposal(tx: Executor, proposal: NewProposal, now: string): Promise<string> {
  const band = proposal.items.map(({ value }) => value).find((value) => value?.kind === 'band');
  const row = await tx.one(sql<{ id: string }>`
    insert into appeal_proposals (appeal_id, level, author_id, outcome, items, new_band, scorer_id, rescorer, facts, rule, reasons, created_at)
    values (${proposal.appealId}, ${proposal.level}, ${proposal.authorId}, ${proposal.outcome}, ${JSON.stringify(proposal.items)}::jsonb, ${band?.kind === 'band' ? band.band : null}, ${proposal.scorerId}::uuid,
      ${proposal.rescorer ? JSON.stringify(proposal.rescorer) : null}::jsonb, ${proposal.facts}, ${proposal.rule}, ${proposal.reason}, ${now}) returning id`);
  return (row as { id: string }).id;
}

/** Every proposal of the case, oldest first. */
export async function proposalsOf(read: Executor, appealId: string): Promise<AppealProposalView[]> {
  return read.all(sql<AppealProposalView>`
    select p.id, ${personJson('e')} as by, p.outcome, p.items, p.rescorer, p.facts, p.rule, p.reasons as reason, p.created_at as "createdAt"
    from appeal_proposals p join employees e on e.id = p.author_id where p.appeal_id = ${appealId} order by p.created_at, p.id`);
}

/** A vote, kept for the record. `ballot` counts all ballots of the case. */
export async function insertVote(tx: Executor, vote: { appealId: string; level: number; ballot: number; memberId: string; proposalId: string }, now: string): Promise<void> {
  await tx.run(sql`
    insert into appeal_votes (appeal_id, level, ballot, member_id, proposal_id, at) values (${vote.appealId}, ${vote.level}, ${vote.ballot}, ${vote.memberId}, ${vote.proposalId}, ${now})`);
}

/** `statement`: of the manager. `papersRequest` and `papersAnswer`: of the panel and of the employee. `refusal`: of HR. `secondLevel`: of the employee. */
export type StatementKind = 'statement' | 'papersRequest' | 'papersAnswer' | 'refusal' | 'secondLevel';

export interface Statement {
  id: string;
  author: AppealProposalView['by'];
  kind: StatementKind;
  level: number;
  body: string;
  createdAt: string;
}

/** Something that was said in the case; answers its id. */
export async function insertStatement(tx: Executor, statement: { appealId: string; level: number; authorId: string; kind: StatementKind; body: string }, now: string): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into appeal_statements (appeal_id, level, author_id, kind, body, created_at)
    values (${statement.appealId}, ${statement.level}, ${statement.authorId}, ${statement.kind}, ${statement.body}, ${now}) returning id`);
  return (row as { id: string }).id;
}

export async function statementsOf(read: Executor, appealId: string): Promise<Statement[]> {
  return read.all(sql<Statement>`
    select s.id, ${personJson('e')} as author, s.kind, s.level, s.body, s.created_at as "createdAt" from appeal_statements s join employees e on e.id = s.author_id where s.appeal_id = ${appealId} order by s.created_at, s.id`);
}
