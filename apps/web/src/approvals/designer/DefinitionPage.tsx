import type { DefinitionView } from '@fairmark/contracts/approvals';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../ui/QueryState.js';
import { useDefinitions, useDefinitionVersion } from '../queries.js';
import { Designer } from './Designer.js';
import { drawable } from './document.js';
import { JsonField } from './JsonField.js';

/** One process in one of its versions; without a version in the address the draft, else the newest. */
export function DefinitionPage() {
  const { definition: id } = useParams({ strict: false }) as { definition: string };
  return <QueryState query={useDefinitions()}>{({ definitions }) => <Found definition={definitions.find((one) => one.id === id)} />}</QueryState>;
}

function Found({ definition }: { definition: DefinitionView | undefined }) {
  const { t } = useTranslation('approvals');
  const { version } = useSearch({ strict: false }) as { version?: unknown };
  const shown = definition?.versions.find((one) => one.version === Number(version)) ?? definition?.versions[0];
  if (!definition || !shown) return <Empty description={t('gone')} />;
  return <Version definition={definition} version={shown.version} />;
}

function Version({ definition, version }: { definition: DefinitionView; version: number }) {
  const { t } = useTranslation('approvals');
  const navigate = useNavigate();
  const query = useDefinitionVersion(definition.id, version);
  const open = (next: number) => void navigate({ to: '/approval-definitions/$definition', params: { definition: definition.id }, search: { version: next } as never });
  const leave = () => void navigate({ to: '/approval-definitions' });
  return (
    <QueryState query={query}>
      {(view) => {
        const document = drawable(view.document);
        if (!document) return <><Alert type="error" showIcon title={t('notDrawable')} style={{ marginBlockEnd: 12 }} /><JsonField document={view.document} disabled onChange={() => undefined} /></>;
        return <Designer key={`${view.id} ${view.version} ${view.state}`} definition={definition} version={view} initial={document} onVersion={open} onGone={leave} />;
      }}
    </QueryState>
  );
}
