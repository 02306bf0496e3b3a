import type { BulkDecisionAnswer } from '@fairmark/contracts/approvals';
import type { InboxItem } from '@fairmark/contracts/inbox';
import { Link } from '@tanstack/react-router';
import { Card, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.js';
import { personName } from '../ui/PersonName.js';
import { problemText } from '../ui/problemText.js';

const colour = { applied: 'green', refused: 'red', skipped: 'orange', unknown: 'gold' } as const;

/** What became of each item: done, refused with the reason, or skipped because it wants to be looked at. */
export function BulkResults({ results, items }: { results: BulkDecisionAnswer['results']; items: readonly InboxItem[] }) {
  const { t } = useTranslation('inbox');
  return (
    <Card size="small" title={t('bulk.results')}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }} aria-live="polite">
        {results.map(({ visitId, status, code }) => {
          const item = items.find((one) => one.visitId === visitId);
          const name = item ? [t(`steps:step.${item.step}`), item.subject && personName(item.subject)].filter(Boolean).join(' · ') : visitId;
          return <li key={visitId}><Tag color={colour[status]}>{t(`bulk.status.${status}`)}</Tag><Link to="/visits/$visitId" params={{ visitId }}>{name}</Link>{code && ` — ${problemText(t, new Problem({ code, status: 0 }))}`}</li>;
        })}
      </ul>
    </Card>
  );
}
