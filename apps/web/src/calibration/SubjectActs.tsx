import type { CalibrationChange, CalibrationSubject, CalibrationView } from '@fairmark/contracts/calibration';
import { App, Button, Divider, Flex, Form, Input, Select, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { textOf } from '../ui/text.js';

interface Props {
  session: CalibrationView;
  subject: CalibrationSubject;
  visitId: string;
  /** A proposal, a decision or a deferral was taken in: the table shows it. */
  onDone: () => void;
}

type Send = (action: string, body: object) => void;

/** A manager proposes for an own report, members comment, the chair decides or defers. */
export function SubjectActs({ session, subject, visitId, onDone }: Props) {
  const { t } = useTranslation('calibration');
  const { message } = App.useApp();
  const decision = useDecision({ visitId });
  const taken = (action: string) => {
    message.success(t(`done.${action}`, { name: personName(subject.person) }));
    if (action !== 'comment') onDone();
  };
  const send: Send = (action, body) => decision.mutate({ action, body: { reviewId: subject.reviewId, ...body } }, { onSuccess: () => taken(action) });
  const proposal = subject.changes.find((change) => change.kind === 'band' && change.state === 'proposed');
  const rated = subject.band !== null;
  const tabs = [
    { key: 'propose', on: subject.ownReport && rated, children: <BandForm session={session} subject={subject} text={t('act.propose')} busy={decision.isPending} onBand={(body) => send('propose', body)} /> },
    { key: 'decide', on: session.may.decide && rated, children: <><BandForm session={session} subject={subject} proposal={proposal} text={t(proposal ? 'act.accept' : 'act.change')} busy={decision.isPending} onBand={(body) => send('decide', { decision: 'change', ...body })} /><Divider /><ReasonForm text={t('act.keep')} onReason={(reason) => send('decide', { decision: 'keep', reason })} /></> },
    { key: 'defer', on: session.may.decide, children: <DeferForm onDefer={(body) => send('defer', body)} /> },
    { key: 'comment', on: session.may.comment, children: <ReasonForm label={t('act.comment')} text={t('act.sendComment')} onReason={(text) => send('comment', { text })} /> },
  ].filter((tab) => tab.on);
  return (
    <>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Tabs items={tabs.map(({ key, children }) => ({ key, label: t(`act.${key}`), children }))} />
    </>
  );
}

const bandField = (session: CalibrationView, subject: CalibrationSubject) => session.bands.filter((band) => band.code !== subject.band).map((band) => ({ value: band.code, label: `${band.code} ${textOf(band.name)}` }));

interface BandFormProps {
  session: CalibrationView;
  subject: CalibrationSubject;
  /** What is decided about: the form starts with it. */
  proposal?: CalibrationChange | undefined;
  text: string;
  busy: boolean;
  onBand: (body: object) => void;
}

function BandForm({ session, subject, proposal, text, busy, onBand }: BandFormProps) {
  const { t } = useTranslation('calibration');
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <Form layout="vertical" initialValues={proposal ? { toBand: proposal.to, reason: proposal.reason, reasonForEmployee: proposal.reasonForEmployee ?? '' } : {}} onFinish={(body) => onBand({ fromBand: subject.band, ...body })}>
      <Form.Item name="toBand" label={t('act.toBand')} rules={required}><Select options={bandField(session, subject)} /></Form.Item>
      <Form.Item name="reason" label={t('act.reason')} rules={required}><Input.TextArea autoSize maxLength={2_000} /></Form.Item>
      <Form.Item name="reasonForEmployee" label={t('act.reasonForEmployee')} rules={required}><Input.TextArea autoSize maxLength={2_000} /></Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>{text}</Button>
    </Form>
  );
}

function ReasonForm({ label, text, onReason }: { label?: string; text: string; onReason: (reason: string) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Form form={form} layout="vertical" onFinish={({ reason }) => { onReason(reason); form.resetFields(); }} style={{ marginBlockStart: 12 }}>
      <Form.Item name="reason" label={label ?? t('field.reason')} rules={[{ required: true, whitespace: true, message: t('field.required') }]}><Input.TextArea autoSize maxLength={2_000} /></Form.Item>
      <Button htmlType="submit">{text}</Button>
    </Form>
  );
}

function DeferForm({ onDefer }: { onDefer: (body: object) => void }) {
  const { t } = useTranslation('calibration');
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <Form layout="vertical" onFinish={onDefer}>
      <Form.Item name="reason" label={t('common:field.reason')} rules={required}><Input.TextArea autoSize maxLength={2_000} /></Form.Item>
      <Form.Item name="until" label={t('act.until')} rules={required}><Input type="date" /></Form.Item>
      <Flex><Button htmlType="submit">{t('act.defer')}</Button></Flex>
    </Form>
  );
}
