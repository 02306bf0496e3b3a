import type { BenefitList, BenefitView } from '@fairmark/contracts/benefits';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, DatePicker, Flex, Form, Input, InputNumber, Modal, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read, request } from '../api/client.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { ToneTag, type Tone } from '../ui/ToneTag.js';
import { percentText } from './percentText.js';
import { StartSetModal } from './StartSetModal.js';

const tones: Readonly<Record<BenefitView['state'], Tone>> = { reached: 'good', underWay: 'info', overdue: 'bad', noData: 'neutral' };

/** What the rollout promised, how far it has come, and who answers for what is overdue. `mayWrite`: the lead and HR. */
export function BenefitsCard({ rolloutId, mayWrite = false }: { rolloutId: string; mayWrite?: boolean }) {
  const { t } = useTranslation('benefits');
  const [starting, setStarting] = useState(false);
  const [entering, setEntering] = useState<BenefitView | null>(null);
  const query = useQuery({ queryKey: ['rollouts', rolloutId, 'benefits'], queryFn: ({ signal }) => read<BenefitList>(`/rollouts/${rolloutId}/benefits`, signal) });
  return (
    <Card size="small" title={t('title')} extra={mayWrite && <Button size="small" onClick={() => setStarting(true)}>{t('startSet')}</Button>}>
      <QueryState query={query} isEmpty={({ benefits }) => benefits.length === 0} empty={<Typography.Text type="secondary">{t('none')}</Typography.Text>}>
        {({ benefits }) => <Flex vertical gap={8}>{benefits.map((benefit) => <Line key={benefit.id} benefit={benefit} onEnter={mayWrite && !benefit.measure ? () => setEntering(benefit) : undefined} />)}</Flex>}
      </QueryState>
      {starting && <StartSetModal rolloutId={rolloutId} onClose={() => setStarting(false)} />}
      {entering && <EnterReadingModal rolloutId={rolloutId} benefit={entering} onClose={() => setEntering(null)} />}
    </Card>
  );
}

function Line({ benefit, onEnter }: { benefit: BenefitView; onEnter: (() => void) | undefined }) {
  const { t } = useTranslation('benefits');
  const shown = (value: string | null): string => (value === null ? '—' : t(benefit.kind, { value: percentText(value) }));
  return (
    <Flex wrap justify="space-between" gap={8}>
      <div>
        <Typography.Text strong>{i18next.language === 'en' && benefit.titleEn ? benefit.titleEn : benefit.title}</Typography.Text> <ToneTag tone={tones[benefit.state]}>{t(`state.${benefit.state}`)}</ToneTag>
        <div><Typography.Text type="secondary">{t('expected')} {shown(benefit.change)} · {t('achieved')} {shown(benefit.achieved)} · {t('promisedOn')} {benefit.promisedOn}</Typography.Text></div>
        {benefit.state === 'overdue' && <Typography.Text>{t('answers', { person: personName(benefit.owner) })}</Typography.Text>}
      </div>
      {onEnter && <Button size="small" onClick={onEnter}>{t('enter')}</Button>}
    </Flex>
  );
}

interface Values {
  value: string;
  readOn: Dayjs;
  sampleSize: number;
  source: string;
}

function EnterReadingModal({ rolloutId, benefit, onClose }: { rolloutId: string; benefit: BenefitView; onClose: () => void }) {
  const { t } = useTranslation('benefits');
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const enter = useMutation({
    mutationFn: ({ readOn, ...values }: Values) => request('POST', `/rollouts/${rolloutId}/benefits/${benefit.id}/readings`, { body: { ...values, readOn: readOn.format('YYYY-MM-DD') } }),
    onSuccess: onClose, onSettled: () => client.invalidateQueries({ queryKey: ['rollouts', rolloutId, 'benefits'] }),
  });
  const rules = [{ required: true, message: t('common:field.required') }];
  return (
    <Modal open title={`${t('enter')} · ${benefit.title}`} okText={t('common:action.save')} confirmLoading={enter.isPending} onOk={form.submit} onCancel={onClose}>
      {enter.isError && <ProblemAlert error={enter.error} />}
      <Form form={form} layout="vertical" initialValues={{ readOn: dayjs() }} onFinish={(values) => enter.mutate(values)}>
        <Form.Item name="value" label={t('value')} rules={[...rules, { pattern: /^-?\d{1,15}(\.\d{1,6})?$/ }]}><Input /></Form.Item>
        <Form.Item name="readOn" label={t('readOn')} rules={rules}><DatePicker style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="sampleSize" label={t('sampleSize')} rules={rules}><InputNumber min={1} precision={0} style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="source" label={t('source')} rules={rules}><Input maxLength={500} /></Form.Item>
      </Form>
    </Modal>
  );
}
