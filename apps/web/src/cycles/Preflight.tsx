import type { CycleView, Finding, PreflightView } from '@fairmark/contracts/cycles';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { personName } from '../ui/PersonName.js';
import { Problem } from '../api/problem.js';
import { problemText } from '../ui/problemText.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { usePreflight } from './queries.js';
import { usePopulationChange } from './usePopulationChange.js';
import { ToneTag } from '../ui/ToneTag.js';

/** Where each way of mending leads. */
const PAGES: Partial<Record<Finding['mend'], string>> = { assignManager: '/org', replaceManager: '/org', breakManagerLoop: '/org', assignCommunity: '/org', addSheet: '/plans', repairPlan: '/plans', approvePlan: '/plans', readPlanWarning: '/plans', changeQuota: '/plans' };

/** Everything that would make the cycle fail or stall: who, why, and the way to mend it. */
export function Preflight({ cycle }: { cycle: CycleView }) {
  const { t } = useTranslation('cycles');
  return (
    <Card title={t('preflight.title')}>
      <QueryState query={usePreflight(cycle.id, true)}>{(view) => (view.findings.length === 0 ? <Alert type="success" showIcon title={t('preflight.clean')} /> : <Findings view={view} cycle={cycle} />)}</QueryState>
    </Card>
  );
}

function Findings({ view, cycle }: { view: PreflightView; cycle: CycleView }) {
  const { t } = useTranslation('cycles');
  const { change, leaveOut } = usePopulationChange(cycle);
  const who = (finding: Finding): string => {
    const person = view.employees.find((one) => one.id === finding.employeeId);
    const department = view.departments.find((one) => one.id === finding.departmentId);
    return [person && personName(person), department && nameOf(department)].filter(Boolean).join(' · ') || '–';
  };
  return (
    <>
      <Alert type={view.blocking > 0 ? 'error' : 'warning'} showIcon title={t('preflight.counts', { people: view.people, blocking: view.blocking, warnings: view.warnings })} style={{ marginBlockEnd: 12 }} />
      <DataTable<Finding>
        size="small" rowKey={(finding) => JSON.stringify(finding)} dataSource={view.findings} pagination={{ pageSize: 20, hideOnSinglePage: true }}
        columns={[
          { title: '', render: (_, finding) => <ToneTag tone={finding.severity === 'blocking' ? 'bad' : 'warn'}>{t(`preflight.${finding.severity}`)}</ToneTag> },
          { title: t('preflight.who'), render: (_, finding) => who(finding) },
          { title: t('preflight.why'), render: (_, finding) => problemText(t, new Problem({ code: finding.code, status: 0, details: finding.details })) },
          { title: t('preflight.mend'), render: (_, finding) => { const page = PAGES[finding.mend]; return page ? <Link to={page as '/org'}>{t(`mend.${finding.mend}`)}</Link> : t(`mend.${finding.mend}`); } },
          { title: '', render: (_, { employeeId, severity }) => employeeId && severity === 'blocking' && <Button size="small" loading={change.isPending} onClick={() => leaveOut(employeeId)}>{t('population.leaveOut')}</Button> },
        ]}
      />
    </>
  );
}
