import type { DeadlineMoveView } from '@fairmark/contracts/cycles';
import { Collapse, Flex, Pagination, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { durationText } from '../approvals/texts.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { ToneTag } from '../ui/ToneTag.js';
import { MoveItem } from './MoveItem.js';
import { useDeadlineMoves, useMoveItems } from './queries.js';

const PAGE = 20;

/** Moves that were made, with their reason and the result for each deadline. */
export function DeadlineMoves({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('cycles');
  const moves = useDeadlineMoves(cycleId).data?.moves ?? [];
  if (moves.length === 0) return null;
  return (
    <div style={{ marginBlockStart: 24 }}>
      <Typography.Title level={5}>{t('move.history')}</Typography.Title>
      <Collapse size="small" destroyOnHidden items={moves.map((move) => ({ key: move.id, label: <Head move={move} />, children: <Items cycleId={cycleId} move={move} /> }))} />
    </div>
  );
}

function Head({ move }: { move: DeadlineMoveView }) {
  const { t } = useTranslation('cycles');
  const what = [t(move.step ? `step.${move.step}` : 'move.everyStep'), t(`move.target.${move.target.kind}`), move.by ? t('move.longer', { length: durationText(t, move.by) }) : t('move.until', { day: move.to })].join(' · ');
  const who = [personName(move.actor), move.confirmedBy && t('move.confirmedBy', { name: personName(move.confirmedBy) }), showInstant(move.at)].filter(Boolean).join(' · ');
  return (
    <Flex vertical gap={2}>
      <span>{what} {(['pending', 'moved', 'skipped'] as const).map((state) => move[state] > 0 && <ToneTag key={state} tone={state === 'moved' ? 'good' : state === 'pending' ? 'info' : 'warn'}>{t(`move.state.${state}`)} {move[state]}</ToneTag>)}</span>
      <Typography.Text type="secondary">{who} · {move.reason}</Typography.Text>
    </Flex>
  );
}

function Items({ cycleId, move }: { cycleId: string; move: DeadlineMoveView }) {
  const [page, setPage] = useState(1);
  return (
    <QueryState query={useMoveItems(cycleId, move.id, page)}>
      {({ items, total }) => <>{items.map((item) => <MoveItem key={item.visitId} item={item} made />)}<Pagination size="small" current={page} pageSize={PAGE} total={total} onChange={setPage} hideOnSinglePage showSizeChanger={false} style={{ marginBlockStart: 8 }} /></>}
    </QueryState>
  );
}
