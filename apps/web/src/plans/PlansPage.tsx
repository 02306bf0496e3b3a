import type { PlanFinding, PlanUploaded, PlanView } from '@fairmark/contracts/plans';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Empty, Flex, Tag, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { DataTable } from '../ui/DataTable.js';
import { showInstant } from '../ui/format.js';
import { PageTitle } from '../ui/PageTitle.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { SubmitPlan } from '../approvals/submit/SubmitPlan.js';
import { usePlans } from '../cycles/queries.js';
import { FindingList } from './FindingList.js';
import { ToneTag } from '../ui/ToneTag.js';

async function uploadFile(file: File): Promise<PlanUploaded> {
  const document: unknown = JSON.parse(await file.text());
  return request<PlanUploaded>('POST', '/plans', { body: { document } });
}

/** Plans 绩效方案 and their versions; a version is uploaded as a JSON document. */
export function PlansPage() {
  const { t } = useTranslation('plans');
  const client = useQueryClient();
  const upload = useMutation({ mutationFn: uploadFile, onSuccess: () => client.invalidateQueries({ queryKey: ['plans'] }) });
  const broken = upload.error instanceof SyntaxError;
  return (
    <Flex vertical gap={16}>
      <PageTitle title={t('title')}>
        <Button href="/api/plans/reference" download="reference-plan.json">{t('reference')}</Button>
        <Upload accept=".json,application/json" showUploadList={false} beforeUpload={(file) => { upload.mutate(file); return false; }}><Button type="primary" loading={upload.isPending}>{t('upload')}</Button></Upload>
      </PageTitle>
      {broken && <Alert type="error" showIcon title={t('notJson')} />}
      {upload.isError && !broken && <ProblemAlert error={upload.error} />}
      {upload.data && <Uploaded result={upload.data} />}
      <QueryState query={usePlans()} isEmpty={({ plans }) => plans.length === 0} empty={<Empty description={t('none')} />}>{({ plans }) => <>{plans.map((plan) => <PlanCard key={plan.id} plan={plan} />)}</>}</QueryState>
    </Flex>
  );
}

function Uploaded({ result }: { result: PlanUploaded }) {
  const { t } = useTranslation('plans');
  return <Alert type={result.usable ? 'success' : 'warning'} showIcon title={t(result.created ? (result.usable ? 'created' : 'createdUnusable') : 'same', { no: result.no })} description={<FindingList findings={result.findings as readonly PlanFinding[]} />} />;
}

function PlanCard({ plan }: { plan: PlanView }) {
  const { t } = useTranslation('plans');
  return (
    <Card title={nameOf(plan)}>
      <DataTable
        size="small" rowKey="id" pagination={false} dataSource={plan.versions}
        columns={[
          { title: t('version'), render: (_, one) => <Link to="/plans/$code/design" params={{ code: plan.code }} search={{ version: one.no } as never}>{`v${one.no}`}</Link> },
          { title: t('state.title'), render: (_, one) => <><Tag>{t(`state.${one.state}`)}</Tag>{!one.usable && <ToneTag tone="bad">{t('unusable')}</ToneTag>}</> },
          { title: t('approval.column'), render: (_, one) => <SubmitPlan plan={plan} version={one} /> },
          { title: t('findings'), dataIndex: 'findings', align: 'right' },
          { title: t('cycles'), dataIndex: 'cycles', align: 'right' },
          { title: t('createdAt'), render: (_, one) => showInstant(one.createdAt) },
        ]}
      />
    </Card>
  );
}
