import type { ApprovalEntry, ApprovalView } from '@fairmark/contracts/approvals';
import { Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../../ui/format.js';
import { personName } from '../../ui/PersonName.js';
import { entryText } from './entryText.js';
import { useNodeTitles } from './useNodeTitles.js';

const colour = (what: string): string => (what === 'reject' || what === 'return' || what === 'withdraw' ? 'red' : what === 'approve' ? 'green' : what === 'timeout' || what === 'organisationChanged' ? 'orange' : 'blue');

/** Who did what, for whom, when and why; who had to act because of it; what was written. Newest first. */
export function CaseTimeline({ view }: { view: ApprovalView }) {
  return <Timeline items={view.timeline.toReversed().map((entry) => ({ key: entry.no, color: colour(entry.what), content: <Entry entry={entry} view={view} /> }))} />;
}

function Entry({ entry, view }: { entry: ApprovalEntry; view: ApprovalView }) {
  const { t } = useTranslation('approvals');
  const title = useNodeTitles(view);
  const opened = entry.opened.map(({ person, nodeId, why }) => t('entry.opened', { name: personName(person), node: title(nodeId), why: t(`steps:why.${why}`, { defaultValue: why }) }));
  return (
    <>
      <Typography.Text strong>{entryText(t, entry, title)}</Typography.Text>
      <div><Typography.Text type="secondary">{[entry.nodeId && title(entry.nodeId), showInstant(entry.at)].filter(Boolean).join(' · ')}</Typography.Text></div>
      {entry.comment && <Typography.Paragraph style={{ margin: '4px 0 0', whiteSpace: 'pre-wrap' }}>{entry.comment}</Typography.Paragraph>}
      {opened.map((line) => <div key={line}><Typography.Text type="secondary">→ {line}</Typography.Text></div>)}
    </>
  );
}
