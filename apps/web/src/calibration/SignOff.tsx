import type { CalibrationView } from '@fairmark/contracts/calibration';
import { Alert, Button, Card, Flex, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VisitOperators } from '../approvals/case/VisitOperators.js';
import { Problem } from '../api/problem.js';
import { useDecision } from '../api/useDecision.js';
import { useVisit } from '../inbox/queries.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { problemText } from '../ui/problemText.js';
import { colon } from '../ui/punctuation.js';
import { ReasonModal } from '../ui/ReasonModal.js';

/** What stands in the way of the sign-off 签核, and the acts that lead to it. */
export function SignOff({ session }: { session: CalibrationView }) {
  const { t } = useTranslation('calibration');
  if (session.state === 'signedOff') return <Alert type="success" showIcon title={t('signedOff', { at: session.signedOffAt ? showInstant(session.signedOffAt) : '' })} description={session.explanation ?? undefined} />;
  const nameOfPerson = (id?: string): string => {
    const subject = session.subjects.find((one) => one.person.id === id);
    return subject ? `${personName(subject.person)}${colon()}` : '';
  };
  const problems = (session.problems ?? []).map((problem, index) => <li key={index}>{nameOfPerson(problem.employeeId)}{problemText(t, new Problem({ code: problem.code, status: 0, details: problem.details }))}</li>);
  return (
    <Card title={t('signOff.title')}>
      {problems.length > 0 && <Alert type="warning" title={t('signOff.problems')} description={<ul style={{ margin: 0, paddingInlineStart: 20 }}>{problems}</ul>} style={{ marginBlockEnd: 12 }} />}
      {session.visit?.step === 'deliberation' && session.may.decide && <AskForSignOff visitId={session.visit.id} mustExplain={(session.problems ?? []).some((problem) => problem.code === 'CALIBRATION.QUOTA_EXPLANATION_MISSING')} />}
      {session.visit?.step === 'signOff' && <WaitsForSignOff session={session} visitId={session.visit.id} />}
    </Card>
  );
}

function AskForSignOff({ visitId, mustExplain }: { visitId: string; mustExplain: boolean }) {
  const { t } = useTranslation('calibration');
  const decision = useDecision({ visitId });
  return (
    <Form layout="vertical" onFinish={({ explanation }: { explanation?: string }) => decision.mutate({ action: 'requestSignOff', body: explanation ? { explanation } : {} })}>
      <Form.Item name="explanation" label={t('signOff.explanation')} rules={mustExplain ? [{ required: true, whitespace: true, message: t('common:field.required') }] : []}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2_000} /></Form.Item>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Button type="primary" htmlType="submit" loading={decision.isPending}>{t('signOff.ask')}</Button>
    </Form>
  );
}

/** What was said about the quota, and the buttons for who signs; everybody else reads above whom it waits for. */
function WaitsForSignOff({ session, visitId }: { session: CalibrationView; visitId: string }) {
  const { t } = useTranslation('calibration');
  const mine = useVisit(visitId).data?.actions.includes('approve') ?? false;
  return (
    <>
      {session.explanation && <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{t('signOff.explained')}{colon()}{session.explanation}</Typography.Paragraph>}
      {mine ? <DecideSignOff visitId={visitId} /> : <Typography.Text type="secondary">{t('signOff.waits')}</Typography.Text>}
    </>
  );
}

function DecideSignOff({ visitId }: { visitId: string }) {
  const { t } = useTranslation('calibration');
  const [rejecting, setRejecting] = useState(false);
  const decision = useDecision({ visitId });
  return (
    <VisitOperators visitId={visitId} labels={{ approve: t('signOff.approve'), reject: t('signOff.reject') }}>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Flex gap={8}>
        <Button type="primary" loading={decision.isPending} onClick={() => decision.mutate({ action: 'approve', body: {} })}>{t('signOff.approve')}</Button>
        <Button danger onClick={() => setRejecting(true)}>{t('signOff.reject')}</Button>
      </Flex>
      <ReasonModal open={rejecting} title={t('signOff.reject')} busy={decision.isPending} onCancel={() => setRejecting(false)} onReason={(comment) => decision.mutate({ action: 'reject', body: { comment } }, { onSettled: () => setRejecting(false) })} />
    </VisitOperators>
  );
}
