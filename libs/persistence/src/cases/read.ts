import type { CaseList, CaseSummary, CaseView, SearchCases } from '@fairmark/contracts/cases';
import { queryTokens, type QueryTokens } from '@fairmark/domain/cases';
import { sql, type Executor } from '../database/index.js';

const keeper = sql`(select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id = c.keeper_id) as keeper`;
const summary = sql`c.id, c.title, c.kind, c.tags, c.lesson, ${keeper}, c.review_on::text as "reviewOn", to_char(c.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt"`;
const LIKE_LIMIT = 5;

/** Undefined when there is no such case. */
export const caseById = (read: Executor, id: string): Promise<CaseView | undefined> => read.one(sql<CaseView>`select ${summary}, c.situation, c.decision, c.archived_at is not null as archived from cases c where c.id = ${id}`);

/** Pairs are found as they are, single characters as beginnings of pairs, words by their English stem. */
const queryOf = ({ pairs, singles, words }: QueryTokens, join: '&' | '|') => {
  const han = [...pairs.map((pair) => `'${pair}'`), ...singles.map((single) => `'${single}':*`)].join(` ${join} `);
  const latin = sql.join([...words.map((word) => sql`plainto_tsquery('english', ${word})`), sql`''::tsquery`], sql.raw(join === '&' ? ' && ' : ' || '));
  return join === '&' ? sql`(to_tsquery('simple', ${han}) && (${latin}))` : sql`(to_tsquery('simple', ${han}) || (${latin}))`;
};

/** Cases that contain everything that is looked for, best first; without a text the newest first. Archived ones are left out. */
export async function searchCases(read: Executor, { text, kind, tag, page, pageSize }: SearchCases): Promise<CaseList> {
  const query = text ? queryOf(queryTokens(text), '&') : null;
  const where = sql`c.archived_at is null and (${kind ?? null}::text is null or c.kind = ${kind ?? null}) and (${tag ?? null}::text is null or ${tag ?? null} = any(c.tags)) and ${query ? sql`c.search @@ ${query}` : sql`true`}`;
  const order = query ? sql`ts_rank(c.search, ${query}) desc, c.updated_at desc` : sql`c.updated_at desc`;
  const cases = await read.all(sql<CaseSummary>`select ${summary} from cases c where ${where} order by ${order}, c.id limit ${pageSize} offset ${(page - 1) * pageSize}`);
  const counted = await read.one(sql<{ total: number }>`select count(*)::integer as total from cases c where ${where}`);
  return { cases, total: counted?.total ?? 0 };
}

/** The cases that share most with a text. */
export async function similarCases(read: Executor, text: string): Promise<CaseSummary[]> {
  const query = queryOf(queryTokens(text), '|');
  return read.all(sql<CaseSummary>`select ${summary} from cases c where c.archived_at is null and c.search @@ ${query} order by ts_rank(c.search, ${query}) desc, c.updated_at desc, c.id limit ${LIKE_LIMIT}`);
}
