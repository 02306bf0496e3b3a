import type { GateView } from '@fairmark/contracts/rollouts';
import { Link } from '@tanstack/react-router';
import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';

/** Gates with everybody's opinion, newest first. */
export function Gates({ gates }: { gates: readonly GateView[] }) {
  const { t } = useTranslation('rollouts');
  if (gates.length === 0) return <Empty description={t('noGates')} />;
  return gates.map((gate) => (
    <Card key={gate.id} size="small" title={`${t(`steps:phase.${gate.phase}`)} · ${t(`decision.${gate.decision ?? 'open'}`)}`} extra={gate.approvalId && <Link to="/approvals/$approvalId" params={{ approvalId: gate.approvalId }}>{t('case')}</Link>}>
      {gate.opinions.map((one) => <FactLine key={`${one.person.id}${one.at}`} title={personName(one.person)} facts={[t(`opinion.${one.opinion}`), one.comment, showInstant(one.at)]} />)}
      {gate.conditions.map((one) => <FactLine key={one.id} title={t('condition', { text: one.text })} facts={[personName(one.owner), one.closedAt ? showInstant(one.closedAt) : t('conditionOpen'), one.evidence]} />)}
    </Card>
  ));
}
