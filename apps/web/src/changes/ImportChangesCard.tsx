import { ChangeKind } from '@fairmark/contracts/changes';
import { Link } from '@tanstack/react-router';
import { Alert, Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../identity/session.js';
import { FactLine } from '../ui/FactLine.js';
import { PagedList } from '../ui/PagedList.js';
import { colon } from '../ui/punctuation.js';
import { useImportChanges } from './queries.js';

/** What an import means for processes that run: its changes by kind, and the open tasks that they concern. Who may not read it sees nothing. */
export function ImportChangesCard({ importId, ready }: { importId: string; ready: boolean }) {
  const { t } = useTranslation('changes');
  const { data } = useImportChanges(importId, ready);
  const isHr = useSession().data?.roles.some((grant) => grant.role === 'hr') ?? false;
  if (!data || data.changes === 0) return null;
  const kinds = ChangeKind.options.flatMap((kind) => (data.byKind[kind] ? [`${t(`kind.${kind}`)}${colon()}${data.byKind[kind]}`] : []));
  const counts = [t('preview.people', { count: data.people }), t('preview.tasks', { count: data.tasks })].join(t('common:listSeparator'));
  return (
    <Card size="small" title={t('import.title')} extra={isHr && <Link to="/changes">{t('import.more')}</Link>} style={{ marginBlockEnd: 12 }}>
      <Flex vertical gap={12}>
        <Alert type={data.tasks > 0 ? 'warning' : 'info'} showIcon title={t('preview.concerned', { counts })} description={kinds.join(' · ')} />
        <PagedList items={data.lines} pageSize={10} render={(line) => (
          <FactLine
            key={`${line.kind} ${line.subject} ${line.effectiveOn}`} title={`${t(`kind.${line.kind}`)} · ${line.subject}`}
            facts={[(line.from ?? line.to) && `${line.from ?? '–'} → ${line.to ?? '–'}`, t('fact.effectiveOn', { day: line.effectiveOn }), line.tasks > 0 && t('preview.tasks', { count: line.tasks })]}
          />
        )} />
      </Flex>
    </Card>
  );
}
