import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { PagedList } from '../ui/PagedList.js';
import { PageTitle } from '../ui/PageTitle.js';
import { QueryState } from '../ui/QueryState.js';
import { Sections } from '../ui/Sections.js';
import { CodeLookup } from './CodeLookup.js';
import { IssueCard } from './IssueCard.js';
import { useOwnIssues } from './queries.js';
import { ReportForm } from './ReportForm.js';

/** 问题反馈: report a problem with the plan, read the answers. */
export function IssuesPage() {
  const { t } = useTranslation('issues');
  const mine = useOwnIssues();
  const own = <QueryState query={mine} isEmpty={({ issues }) => issues.length === 0}>{({ issues }) => <PagedList items={issues} render={(issue) => <IssueCard key={issue.id} issue={issue} facts={[issue.rollout]} />} />}</QueryState>;
  return (
    <Flex vertical gap={12}>
      <PageTitle title={t('title')} />
      <Typography.Text type="secondary">{t('note')}</Typography.Text>
      <Sections sections={[{ key: 'new', label: t('tab.new'), content: <ReportForm /> }, { key: 'mine', label: t('tab.mine'), content: own }, { key: 'code', label: t('tab.code'), content: <CodeLookup /> }]} />
    </Flex>
  );
}
