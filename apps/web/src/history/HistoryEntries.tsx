import type { HistoryEntry } from '@fairmark/contracts/history';
import { Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { entryText } from './entryText.js';

const colours: Partial<Record<HistoryEntry['what'], string>> = { closed: 'green', handedOver: 'orange', deadline: 'orange', read: 'gray' };

/** Everything that had happened until the instant, newest first. */
export function HistoryEntries({ entries }: { entries: readonly HistoryEntry[] }) {
  return <Timeline items={entries.toReversed().map((entry, index) => ({ key: entries.length - index, color: colours[entry.what] ?? 'blue', content: <Entry entry={entry} /> }))} />;
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation('history');
  return (
    <>
      {entryText(t, entry)}
      <div><Typography.Text type="secondary">{[showInstant(entry.at), entry.reason].filter(Boolean).join(' · ')}</Typography.Text></div>
    </>
  );
}
