import type { CycleView } from '@fairmark/contracts/cycles';
import type { PlanMovePreview, PlanMovePreviewItem, PreviewPlanMove } from '@fairmark/contracts/planMoves';
import { Alert, Button, Card, Flex, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { targetOf } from '../cycles/moveBody.js';
import { FactLine } from '../ui/FactLine.js';
import { Labelled } from '../ui/Labelled.js';
import { PagedList } from '../ui/PagedList.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ToneTag } from '../ui/ToneTag.js';
import { PlanDifferences, useSheetDifference } from './Differences.js';
import { MoveFields, type PlanMoveValues } from './MoveFields.js';
import { PlanMoves } from './PlanMoves.js';
import { TONES } from './tones.js';
import { usePlanMovePreview } from './queries.js';

/** HR moves running reviews to another version of the plan: who, what differs for each, and why. Earlier moves stand below with their results. */
export function MovePlan({ cycle }: { cycle: CycleView }) {
  const { t } = useTranslation('planMoves');
  const [form] = Form.useForm<PlanMoveValues>();
  const [asked, setAsked] = useState<PreviewPlanMove | null>(null);
  const preview = usePlanMovePreview(cycle.id);
  const decision = useDecision({ kind: 'cycle', id: cycle.id });
  // What was shown counts for what was asked only.
  const forget = () => {
    setAsked(null);
    decision.reset();
  };
  const ask = ({ planVersionId, choice, ...whom }: PlanMoveValues) => {
    const body = { planVersionId, choice, target: targetOf(whom) };
    preview.mutate(body, { onSuccess: () => setAsked(body) });
  };
  const apply = (reason: string) => asked && decision.mutate({ action: 'movePlan', body: { ...asked, reason } }, { onSuccess: () => setAsked(null) });
  return (
    <Card title={t('title')}>
      <Form form={form} layout="vertical" initialValues={{ whom: 'all', choice: 'nextStep' }} onValuesChange={forget} onFinish={ask}>
        <MoveFields cycle={cycle} form={form} />
        {preview.isError && <ProblemAlert error={preview.error} />}
        <Button type={asked ? 'default' : 'primary'} htmlType="submit" loading={preview.isPending}>{t('cycles:move.show')}</Button>
      </Form>
      {asked && preview.data && <Found found={preview.data} busy={decision.isPending} onApply={apply} />}
      {decision.isError && <ProblemAlert error={decision.error} />}
      {decision.isSuccess && <Alert type="success" showIcon title={t(decision.data.outcome === 'awaitingSecondPerson' ? 'cycles:acts.requested' : 'done')} style={{ marginBlockStart: 12 }} />}
      <PlanMoves cycleId={cycle.id} />
    </Card>
  );
}

function Found({ found, busy, onApply }: { found: PlanMovePreview; busy: boolean; onApply: (reason: string) => void }) {
  const { t } = useTranslation('planMoves');
  const [reason, setReason] = useState('');
  const { plan, items, moving, skipped, people, secondPersonNeeded } = found;
  return (
    <Flex vertical gap={8} style={{ marginBlockStart: 16 }}>
      <Typography.Text strong>{t('planDiffers')}</Typography.Text>
      <PlanDifferences differences={plan} />
      <Alert type={secondPersonNeeded ? 'warning' : 'info'} showIcon title={t('counts', { moving, skipped })} description={secondPersonNeeded ? t('cycles:move.secondPerson') : undefined} />
      <PagedList items={items} pageSize={10} render={(item) => <Item key={item.reviewId} item={item} />} />
      {people > items.length && <Typography.Text type="secondary">{t('cycles:move.first', { shown: items.length, count: people })}</Typography.Text>}
      <Labelled label={t('cycles:acts.reason')}>{(id) => <Input.TextArea id={id} value={reason} maxLength={2_000} autoSize={{ minRows: 2 }} onChange={({ target }) => setReason(target.value)} />}</Labelled>
      <div><Button type="primary" disabled={reason.trim() === '' || moving === 0} loading={busy} onClick={() => onApply(reason.trim())}>{t(secondPersonNeeded ? 'cycles:move.ask' : 'apply')}</Button></div>
    </Flex>
  );
}

function Item({ item }: { item: PlanMovePreviewItem }) {
  const { t } = useTranslation('planMoves');
  const inWords = useSheetDifference();
  const { person, step, state, why, differences } = item;
  return <FactLine title={<>{personName(person)} <ToneTag tone={TONES[state]}>{t(`preview.${state}`)}</ToneTag></>} facts={[t(`steps:phase.${step}`), why && t(`why.${why}`), ...differences.map(inWords)]} />;
}
