import { ChangeKind, type OrganisationChange } from '@fairmark/contracts/changes';
import { useNavigate } from '@tanstack/react-router';
import { Button, Card, Flex, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../identity/session.js';
import { PageTitle } from '../ui/PageTitle.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { useFieldProblems } from '../ui/useFieldProblems.js';
import { changeBody, type ChangeValues } from './changeBody.js';
import { ChangeFields } from './ChangeFields.js';
import { PreviewCard } from './PreviewCard.js';
import { useChangePreview, useReport } from './queries.js';

/** HR reports a change: first what it would do, then that it shall be so. */
export function NewChangePage() {
  const { t } = useTranslation('changes');
  const navigate = useNavigate();
  const [form] = Form.useForm<ChangeValues>();
  const kind = Form.useWatch('kind', form) ?? 'managerChanged';
  const me = useSession().data?.person.id;
  const [asked, setAsked] = useState<OrganisationChange | null>(null);
  const preview = useChangePreview();
  const report = useReport();
  useFieldProblems(form, preview.error);
  // What was shown counts for what was asked only.
  const forget = () => {
    setAsked(null);
    preview.reset();
  };
  const ask = (values: ChangeValues) => {
    const body = changeBody(values);
    preview.mutate(body, { onSuccess: () => setAsked(body) });
  };
  const apply = () => asked && report.mutate(asked, { onSuccess: ({ id }) => void navigate({ to: '/changes/$changeId', params: { changeId: id } }) });
  return (
    <Flex vertical gap={16}>
      <PageTitle title={t('create')} note={t('createNote')} />
      <Card>
        <Form form={form} layout="vertical" initialValues={{ kind: 'managerChanged', leaveKind: 'leave' }} onValuesChange={forget} onFinish={ask} style={{ maxWidth: 560 }}>
          <Form.Item name="kind" label={t('field.kind')}><Select options={ChangeKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} /></Form.Item>
          <ChangeFields kind={kind} except={me ? [me] : []} />
          {preview.isError && <ProblemAlert error={preview.error} />}
          <Button type={asked ? 'default' : 'primary'} htmlType="submit" loading={preview.isPending}>{t('preview.show')}</Button>
        </Form>
      </Card>
      {asked && preview.data && (
        <>
          <PreviewCard preview={preview.data} />
          {report.isError && <ProblemAlert error={report.error} onRetry={apply} />}
          <Flex wrap gap={8}><Button type="primary" loading={report.isPending} onClick={apply}>{t('apply')}</Button><Button onClick={forget}>{t('preview.back')}</Button></Flex>
        </>
      )}
    </Flex>
  );
}
