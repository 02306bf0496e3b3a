import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../ui/PageTitle.js';
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
  const items = [
    { key: 'readiness', label: t('tab.readiness'), children: <ReadinessList /> },
    { key: 'import', label: t('tab.import'), children: <ImportPanel /> },
    { key: 'people', label: t('tab.people'), children: <EmployeeTable /> },
    { key: 'departments', label: t('tab.departments'), children: <DepartmentTree /> },
    { key: 'communities', label: t('tab.communities'), children: <CommunityTable /> },
    { key: 'roles', label: t('tab.roles'), children: <RolePanel /> },
  ];
  return (
    <>
      <PageTitle title={t('title')} />
      <Tabs activeKey={tab ?? 'readiness'} onChange={(key) => void navigate({ to: '/org', search: { tab: key } as never })} items={items} destroyOnHidden />
    </>
  );
}
