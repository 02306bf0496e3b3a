import type { CalibrationSubject, CalibrationView } from '@fairmark/contracts/calibration';
import { Button, Flex, Form, Input, Select, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

interface Props {
  session: CalibrationView;
  subject: CalibrationSubject;
  visitId: string;
}

type Send = (action: string, body: object) => void;

/** A manager proposes for an own report, members comment, the chair decides or defers. */
export function SubjectActs({ session, subject, visitId }: Props) {
  const { t } = useTranslation('calibration');
  const decision = useDecision({ visitId });
  const send: Send = (action, body) => decision.mutate({ action, body: { reviewId: subject.reviewId, ...body } });
  const rated = subject.band !== null;
  const tabs = [
    { key: 'propose', on: subject.ownReport && rated, children: <BandForm session={session} subject={subject} text={t('act.propose')} onBand={(body) => send('propose', body)} /> },
    { key: 'decide', on: session.may.decide && rated, children: <><BandForm session={session} subject={subject} text={t('act.change')} onBand={(body) => send('decide', { decision: 'change', ...body })} /><ReasonForm text={t('act.keep')} onReason={(reason) => send('decide', { decision: 'keep', reason })} /></> },
    { key: 'defer', on: session.may.decide, children: <DeferForm onDefer={(body) => send('defer', body)} /> },
    { key: 'comment', on: session.may.comment, children: <ReasonForm text={t('act.comment')} onReason={(text) => send('comment', { text })} /> },
  ].filter((tab) => tab.on);
  return (
    <>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Tabs items={tabs.map(({ key, children }) => ({ key, label: t(`act.${key}`), children }))} />
    </>
  );
}

const bandField = (session: CalibrationView, subject: CalibrationSubject) => session.bands.filter((band) => band.code !== subject.band).map((band) => ({ value: band.code, label: band.code }));

function BandForm({ session, subject, text, onBand }: { session: CalibrationView; subject: CalibrationSubject; text: string; onBand: (body: object) => void }) {
  const { t } = useTranslation('calibration');
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <Form layout="vertical" onFinish={(body) => onBand({ fromBand: subject.band, ...body })}>
      <Form.Item name="toBand" label={t('act.toBand')} rules={required}><Select options={bandField(session, subject)} /></Form.Item>
      <Form.Item name="reason" label={t('act.reason')} rules={required}><Input.TextArea autoSize maxLength={2_000} /></Form.Item>
      <Form.Item name="reasonForEmployee" label={t('act.reasonForEmployee')} rules={required}><Input.TextArea autoSize maxLength={2_000} /></Form.Item>
      <Button type="primary" htmlType="submit">{text}</Button>
    </Form>
  );
}

function ReasonForm({ text, onReason }: { text: string; onReason: (reason: string) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Form form={form} layout="vertical" onFinish={({ reason }) => { onReason(reason); form.resetFields(); }} style={{ marginBlockStart: 12 }}>
      <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, whitespace: true, message: t('field.required') }]}><Input.TextArea autoSize maxLength={2_000} /></Form.Item>
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
