import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../ui/PageTitle.js';
import { Sections } from '../ui/Sections.js';
import { CommunityTable } from './CommunityTable.js';
import { DepartmentTree } from './DepartmentTree.js';
import { EmployeeTable } from './EmployeeTable.js';
import { ImportPanel } from './ImportPanel.js';
import { ReadinessList } from './ReadinessList.js';
import { RolePanel } from './RolePanel.js';

/** The organisation: readiness, import, people, departments, communities, roles. */
export function OrgPage() {
  const { t } = useTranslation('org');
  const navigate = useNavigate();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const sections = [
    { key: 'readiness', label: t('tab.readiness'), content: <ReadinessList /> },
    { key: 'import', label: t('tab.import'), content: <ImportPanel /> },
    { key: 'people', label: t('tab.people'), content: <EmployeeTable /> },
    { key: 'departments', label: t('tab.departments'), content: <DepartmentTree /> },
    { key: 'communities', label: t('tab.communities'), content: <CommunityTable /> },
    { key: 'roles', label: t('tab.roles'), content: <RolePanel /> },
  ];
  return (
    <>
      <PageTitle title={t('title')} />
      <Sections sections={sections} chosen={tab ?? 'readiness'} onChoose={(key) => void navigate({ to: '/org', search: { tab: key } as never })} />
    </>
  );
}
