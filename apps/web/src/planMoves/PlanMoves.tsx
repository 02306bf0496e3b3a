import type { PlanMoveState, PlanMoveView } from '@fairmark/contracts/planMoves';
import { Button, Collapse, Flex, Pagination, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { FactLine } from '../ui/FactLine.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { ReasonModal } from '../ui/ReasonModal.js';
import { ToneTag } from '../ui/ToneTag.js';
import { TONES } from './tones.js';
import { usePlanMoveItems, usePlanMoves } from './queries.js';

const PAGE = 20;
const STATES: readonly PlanMoveState[] = ['pending', 'waiting', 'applied', 'stayed', 'skipped', 'reverted'];

/** Moves that were made, with their reason, the result for each review, and the way back while there is one. */
export function PlanMoves({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('planMoves');
  const moves = usePlanMoves(cycleId).data?.moves ?? [];
  if (moves.length === 0) return null;
  return (
    <div style={{ marginBlockStart: 24 }}>
      <Typography.Title level={5}>{t('made')}</Typography.Title>
      <Collapse size="small" destroyOnHidden items={moves.map((move) => ({ key: move.id, label: <Head move={move} />, children: <><Items cycleId={cycleId} move={move} /><Revert cycleId={cycleId} move={move} /></> }))} />
    </div>
  );
}

function Head({ move }: { move: PlanMoveView }) {
  const { t } = useTranslation('planMoves');
  const { version, choice, target, actor, confirmedBy, at, counts, reason, reverted } = move;
  const who = [personName(actor), confirmedBy && t('cycles:move.confirmedBy', { name: personName(confirmedBy) }), showInstant(at)].filter(Boolean).join(' · ');
  return (
    <Flex vertical gap={2}>
      <span>{[t('versionNo', { no: version.no }), t(`cycles:move.target.${target.kind}`), t(`choice.${choice}`)].join(' · ')} {STATES.map((state) => (counts[state] ?? 0) > 0 && <ToneTag key={state} tone={TONES[state]}>{t(`state.${state}`)} {counts[state]}</ToneTag>)}</span>
      <Typography.Text type="secondary">{who} · {reason}</Typography.Text>
      {reverted && <Typography.Text type="secondary">{t('revertedBy', { name: personName(reverted.actor), at: showInstant(reverted.at), reason: reverted.reason })}</Typography.Text>}
    </Flex>
  );
}

function Items({ cycleId, move }: { cycleId: string; move: PlanMoveView }) {
  const { t } = useTranslation('planMoves');
  const [page, setPage] = useState(1);
  return (
    <QueryState query={usePlanMoveItems(cycleId, move.id, page)}>
      {({ items, total }) => (
        <>
          {items.map(({ reviewId, person, step, state, why, at }) => <FactLine key={reviewId} title={<>{personName(person)} <ToneTag tone={TONES[state]}>{t(`state.${state}`)}</ToneTag></>} facts={[why && t(`why.${why}`), step && t(`steps:phase.${step}`), at && showInstant(at)]} />)}
          <Pagination size="small" current={page} pageSize={PAGE} total={total} onChange={setPage} hideOnSinglePage showSizeChanger={false} style={{ marginBlockStart: 8 }} />
        </>
      )}
    </QueryState>
  );
}

/** Offered while somebody may still go back: who waits for the next step, or stands in the step that began again. */
function Revert({ cycleId, move }: { cycleId: string; move: PlanMoveView }) {
  const { t } = useTranslation('planMoves');
  const [asking, setAsking] = useState(false);
  const decision = useDecision({ kind: 'cycle', id: cycleId });
  const { pending = 0, waiting = 0, applied = 0 } = move.counts;
  if (pending + waiting + (move.choice === 'restart' ? applied : 0) === 0) return null;
  return (
    <div style={{ marginBlockStart: 8 }}>
      <Button size="small" loading={decision.isPending} onClick={() => setAsking(true)}>{t('revert')}</Button>
      {decision.isError && <ProblemAlert error={decision.error} />}
      <ReasonModal open={asking} title={t('revert')} busy={decision.isPending} onCancel={() => setAsking(false)} onReason={(reason) => decision.mutate({ action: 'revertPlanMove', body: { moveId: move.id, reason } }, { onSettled: () => setAsking(false) })} />
    </div>
  );
}
