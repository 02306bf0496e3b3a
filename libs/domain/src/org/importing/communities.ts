import { CommunityType } from '@fairmark/contracts/org';
import { OrgErrors } from '@fairmark/contracts/errors';
import { diffRows, setFrom } from '../dated.js';
import type { Community, LocalDate } from '../snapshot.js';
import { readCount, readStage, readType } from './cells.js';
import type { PlanContext } from './context.js';
import { difference } from './difference.js';
import { emitRows } from './emit-rows.js';
import { readerFor } from './files.js';
import { RowsByKey } from './rows-by-key.js';
import type { RowReader } from './row-reader.js';

/** First day of the stage of a new community whose row names no effective date: it has been so for as long as anybody asks. */
export const sinceAlways: LocalDate = '1900-01-01';

const masterKeys = ['name', 'nameEn', 'type', 'region', 'activeUsers', 'dependsOn'] as const;

/** Reads communities and plans their writes; the stage is a dated row. */
export function planCommunities(context: PlanContext): void {
  const table = context.tables.get('communities');
  if (!table) return;
  const reader = readerFor(table, context.issues);
  const rows = new RowsByKey();
  const types = context.options.communityTypes ?? CommunityType.options;
  table.records.forEach((record, index) => {
    if (!reader.load(record, index + 2)) return;
    const next = readCommunity(reader, context, types);
    if (next.code !== '') rows.claim(reader, 'code', next.code);
    if (reader.failed) return void context.refused.communities.add(next.code);
    context.communities.set(next.code, next);
    emitCommunity(context, next, reader.row);
  });
}

function readCommunity(reader: RowReader, context: PlanContext, types: readonly string[]): Community {
  const code = reader.needCode('code');
  const old = context.current.communities.get(code);
  const dependsOn = reader.has('depends_on') ? reader.codes('depends_on') : (old?.dependsOn ?? []);
  for (const department of dependsOn) {
    if (!context.knows('departments', department)) reader.refuse('depends_on', OrgErrors.unknownDepartment, { code: department });
  }
  const effective = reader.date('effective_date') ?? (old ? context.options.today : sinceAlways);
  return {
    code,
    name: reader.need('name'),
    nameEn: reader.has('name_en') ? reader.text('name_en') : (old?.nameEn ?? null),
    type: readType(reader, types),
    region: reader.need('region', 50),
    activeUsers: reader.has('active_users') ? readCount(reader) : (old?.activeUsers ?? 0),
    dependsOn,
    stages: setFrom(old?.stages ?? [], effective, readStage(reader)),
  };
}

function emitCommunity(context: PlanContext, next: Community, row: number): void {
  const old = context.current.communities.get(next.code);
  const { stages, ...community } = next;
  const set = old ? difference(old, next, masterKeys) : null;
  if (!old) context.changes.add('communities', row, 'added', 'added', { op: 'insertCommunity', community });
  else if (set) context.changes.add('communities', row, 'changed', 'changed', { op: 'updateCommunity', code: next.code, set });
  const origin = { file: 'communities' as const, rowOf: () => row, rowEffect: old ? ('changed' as const) : ('added' as const) };
  emitRows(context, 'stages', next.code, diffRows(old?.stages ?? [], stages), origin);
}
