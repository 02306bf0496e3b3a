import type { IssueView, OwnIssue } from '@fairmark/contracts/issues';
import { Card, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { ToneTag } from '../ui/ToneTag.js';

const tone = { reported: 'info', delivered: 'warn', answered: 'good', closed: 'neutral' } as const;
const longText = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 } as const;

/** One report with its answer. `facts` stand beside the day; `children` are acts. */
export function IssueCard({ issue, facts = [], children }: { issue: OwnIssue | IssueView; facts?: readonly (string | null)[]; children?: ReactNode }) {
  const { t } = useTranslation('issues');
  const about = [t('reportedOn', { day: issue.reportedOn }), issue.page && t('onPage', { page: issue.page }), ...facts];
  return (
    <Card size="small">
      <Flex wrap justify="space-between" gap={8}>
        <Typography.Text type="secondary">{about.filter(Boolean).join(' · ')}</Typography.Text>
        <ToneTag tone={tone[issue.state]}>{t(`state.${issue.state}`)}</ToneTag>
      </Flex>
      <p style={longText}>{issue.report}</p>
      {issue.answer && <Typography.Paragraph style={{ ...longText, marginBlockStart: 8 }}><Typography.Text strong>{t('answer', { at: showInstant(issue.answeredAt ?? '') })}</Typography.Text><br />{issue.answer}</Typography.Paragraph>}
      {children}
    </Card>
  );
}
