import type { ApprovalRehearsal, RehearseApproval } from '@fairmark/contracts/approvals';
import { useMutation } from '@tanstack/react-query';
import { Button, Card, DatePicker, Flex, Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { useDepartments } from '../../org/queries.js';
import { PersonPicker } from '../../ui/PersonPicker.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { nameOf, textOf } from '../../ui/text.js';
import { FieldInputs } from '../FieldInputs.js';
import { isStep, type EditedDocument } from './document.js';
import { RehearsalResult } from './RehearsalResult.js';
import { rehearsalBody, type RehearsalValues } from './rehearsalBody.js';
import { allNodes } from './walk.js';

/** For this submitter on this date: who would be asked, in which order and until when, and what would go wrong. Nothing is started. */
export function Rehearsal({ document }: { document: EditedDocument }) {
  const { t } = useTranslation('approvals');
  const departments = useDepartments().data?.departments ?? [];
  const rehearse = useMutation({ mutationFn: (body: RehearseApproval) => request<ApprovalRehearsal>('POST', '/approval-definitions/rehearse', { body }) });
  const required = [{ required: true, message: t('common:field.required') }];
  const choosing = allNodes(document).map(({ node }) => node).filter(isStep).filter((node) => node.approvers.some((source) => source.type === 'submitterChooses'));
  const flags = document.kind === 'goals' ? ['realismFlagged'] : document.kind === 'calibration' ? ['hrFirst'] : [];
  return (
    <Flex vertical gap={16}>
      <Card size="small" title={t('rehearsal.title')}>
        <Form<RehearsalValues> layout="vertical" initialValues={{ on: dayjs() }} onFinish={(values) => rehearse.mutate(rehearsalBody(document, values))}>
          <Flex wrap gap="0 16px">
            <Form.Item name="submitterId" label={t('rehearsal.submitter')} rules={required} style={{ flex: 1, minWidth: 200 }}><PersonPicker max={1} /></Form.Item>
            <Form.Item name="subjectId" label={t('rehearsal.subject')} extra={t('rehearsal.subjectNote')} style={{ flex: 1, minWidth: 200 }}><PersonPicker max={1} /></Form.Item>
            <Form.Item name="on" label={t('rehearsal.on')} rules={required}><DatePicker<Dayjs> allowClear={false} /></Form.Item>
            <Form.Item name="departmentId" label={t('rehearsal.department')} style={{ minWidth: 200 }}><Select allowClear showSearch={{ optionFilterProp: 'label' }} options={departments.map((one) => ({ value: one.id, label: nameOf(one) }))} /></Form.Item>
          </Flex>
          <FieldInputs form={document.form ?? []} />
          {flags.map((flag) => <Form.Item key={flag} name={['flags', flag]} label={t(`flag.${flag}`)} initialValue={false}><Select options={[true, false].map((value) => ({ value, label: t(value ? 'condition.yes' : 'condition.no') }))} style={{ width: 120 }} /></Form.Item>)}
          {choosing.map((node) => <Form.Item key={node.id} name={['chosen', node.id]} label={t('rehearsal.chosen', { node: textOf(node.title) })}><PersonPicker /></Form.Item>)}
          <Button type="primary" htmlType="submit" loading={rehearse.isPending}>{t('rehearsal.start')}</Button>
        </Form>
      </Card>
      {rehearse.isError && <ProblemAlert error={rehearse.error} />}
      {rehearse.data && <RehearsalResult rehearsal={rehearse.data} document={document} />}
    </Flex>
  );
}
