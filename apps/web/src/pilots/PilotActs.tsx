import type { PilotView } from '@fairmark/contracts/pilots';
import { Button, Card, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

type Act = readonly [text: string, action: string, body: (written: string) => Record<string, unknown>];

/** What each step offers; what is written counts as reason, comment, or one new problem in each line. */
const acts = (view: PilotView): Readonly<Record<string, readonly Act[]>> => ({
  cohort: [['freeze', 'freeze', (reason) => ({ pilotIds: view.proposal?.pilots ?? [], comparisonIds: (view.proposal?.matches ?? []).map(({ comparisonId }) => comparisonId), ...(reason ? { reason } : {}) })]],
  weeklyReview: [['hold', 'holdReview', (written) => ({ problems: written.split('\n').filter((line) => line.trim() !== '') })]],
  guardBroken: [['continue', 'decideGuard', (reason) => ({ decision: 'continue', reason })], ['pause', 'decideGuard', (reason) => ({ decision: 'pause', reason })]],
  evaluation: [['passed', 'conclude', (comment) => ({ outcome: 'passed', comment })], ['failed', 'conclude', (comment) => ({ outcome: 'failed', comment })]],
  pause: [['resume', 'resume', () => ({})]],
});

/** What waits for the reader in this pilot. */
export function PilotActs({ view }: { view: PilotView }) {
  const visit = view.visits.find(({ mine }) => mine);
  return visit ? <Offered key={visit.id} view={view} visit={visit} /> : null;
}

function Offered({ view, visit }: { view: PilotView; visit: PilotView['visits'][number] }) {
  const { t } = useTranslation('pilots');
  const [written, setWritten] = useState('');
  const decide = useDecision({ visitId: visit.id });
  return (
    <Card size="small" title={t(`steps:step.${visit.step}`)}>
      <Flex vertical gap={8}>
        {decide.isError && <ProblemAlert error={decide.error} />}
        <Input.TextArea rows={3} value={written} aria-label={t(`write.${visit.step}`)} placeholder={t(`write.${visit.step}`)} onChange={(event) => setWritten(event.target.value)} />
        <Flex gap={8} wrap>
          {(acts(view)[visit.step] ?? []).map(([text, action, body]) => <Button key={text} loading={decide.isPending} onClick={() => decide.mutate({ action, body: body(written.trim()) })}>{t(`act.${text}`)}</Button>)}
        </Flex>
      </Flex>
    </Card>
  );
}
