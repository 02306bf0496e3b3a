import type { BulkDecisionAnswer } from '@fairmark/contracts/approvals';
import type { InboxItem } from '@fairmark/contracts/inbox';
import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.js';
import { personName } from '../ui/PersonName.js';
import { problemText } from '../ui/problemText.js';
import { ToneTag } from '../ui/ToneTag.js';

const tone = { applied: 'good', refused: 'bad', skipped: 'warn', unknown: 'warn' } as const;

/** What became of each item: done, refused with the reason, or skipped because it wants to be looked at. */
export function BulkResults({ results, items }: { results: BulkDecisionAnswer['results']; items: readonly InboxItem[] }) {
  const { t } = useTranslation('inbox');
  return (
    <Card size="small" title={t('bulk.results')}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }} aria-live="polite">
        {results.map(({ visitId, status, code }) => {
          const item = items.find((one) => one.visitId === visitId);
          const name = item ? [t(`steps:step.${item.step}`), item.subject && personName(item.subject)].filter(Boolean).join(' · ') : visitId;
          return <li key={visitId}><ToneTag tone={tone[status]}>{t(`bulk.status.${status}`)}</ToneTag><Link to="/visits/$visitId" params={{ visitId }}>{name}</Link>{code && ` — ${problemText(t, new Problem({ code, status: 0 }))}`}</li>;
        })}
      </ul>
    </Card>
  );
}
