import type { DepartmentView } from '@fairmark/contracts/org';
import { Tree } from 'antd';
import { useTranslation } from 'react-i18next';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { useDepartments } from './queries.js';
import { ToneTag } from '../ui/ToneTag.js';

/** Departments with heads and numbers of people. */
export function DepartmentTree() {
  const { t } = useTranslation('org');
  const node = (all: readonly DepartmentView[], one: DepartmentView): { key: string; title: React.ReactNode; children: object[] } => ({
    key: one.id,
    title: <>{nameOf(one)} · {one.head ? personName(one.head) : <ToneTag tone="warn">{t('departments.noHead')}</ToneTag>}{one.head && !one.headActive && <ToneTag tone="bad">{t('departments.headLeft')}</ToneTag>} · {t('departments.people', { count: one.people })}</>,
    children: all.filter((child) => child.parentId === one.id).map((child) => node(all, child)),
  });
  return <QueryState query={useDepartments()}>{({ departments }) => <Tree defaultExpandAll selectable={false} treeData={departments.filter((one) => one.parentId === null).map((one) => node(departments, one)) as never} />}</QueryState>;
}
