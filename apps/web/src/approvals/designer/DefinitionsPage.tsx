import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/PageTitle.js';
import { Sections } from '../../ui/Sections.js';
import { DefinitionTable } from './DefinitionTable.js';
import { useMayWrite } from './mayWrite.js';
import { NewDefinition } from './NewDefinition.js';
import { UseTable } from './UseTable.js';

/** Approval processes 审批流程: what there is, and what each is used for. */
export function DefinitionsPage() {
  const { t } = useTranslation('approvals');
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const open = (definition: string) => void navigate({ to: '/approval-definitions/$definition', params: { definition } });
  return (
    <>
      <PageTitle title={t('title')}>
        <Link to="/approval-help"><Button>{t('help')}</Button></Link>
        {useMayWrite() && <Button type="primary" onClick={() => setCreating(true)}>{t('create.open')}</Button>}
      </PageTitle>
      {creating && <NewDefinition onClose={() => setCreating(false)} onCreated={open} />}
      <Sections sections={[{ key: 'definitions', label: t('tab.definitions'), content: <DefinitionTable /> }, { key: 'uses', label: t('tab.uses'), content: <UseTable /> }]} />
    </>
  );
}
