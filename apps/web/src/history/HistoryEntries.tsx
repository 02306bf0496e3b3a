import type { HistoryEntry } from '@fairmark/contracts/history';
import { Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { entryText } from './entryText.js';

const colours: Partial<Record<HistoryEntry['what'], string>> = { closed: 'green', handedOver: 'orange', deadline: 'orange', read: 'gray' };

/** An act in an approval stands in the case's own record and in the audit record: once is enough to read. */
function eachOnce(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const acts = new Set(entries.filter(({ what }) => what === 'approval').map(({ at }) => at));
  return entries.filter(({ what, name, at }) => what !== 'recorded' || !name?.startsWith('approval.') || !acts.has(at));
}

/** Everything that had happened until the instant, newest first. */
export function HistoryEntries({ entries }: { entries: readonly HistoryEntry[] }) {
  const shown = eachOnce(entries);
  return <Timeline items={shown.toReversed().map((entry, index) => ({ key: shown.length - index, color: colours[entry.what] ?? 'blue', content: <Entry entry={entry} /> }))} />;
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
