import type { PlanVersionSummary, PlanVersionView } from '@fairmark/contracts/plans';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftNote } from '../../ui/DraftNote.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Sections } from '../../ui/Sections.js';
import { textOf } from '../../ui/text.js';
import { conflictProblem } from './conflict.js';
import { IndicatorsSection } from './IndicatorsSection.js';
import { OutcomeSection } from './OutcomeSection.js';
import { PeopleSection } from './PeopleSection.js';
import { SheetsSection } from './SheetsSection.js';
import { StepsSection } from './StepsSection.js';
import { useDraftEditor } from './useDraftEditor.js';
import { VersionDifferences } from './VersionDifferences.js';
import { VersionUsage } from './VersionUsage.js';

interface Props {
  version: PlanVersionView;
  /** All versions of the plan, newest first. */
  versions: readonly PlanVersionSummary[];
  /** Reads the version again, after somebody else saved first. */
  onReload: () => void;
  /** Choice of version, beginning a draft. */
  children: ReactNode;
}

/** A plan version as a form; a draft is saved and checked while it is edited, every other version is read only. */
export function Designer({ version, versions, onReload, children }: Props) {
  const { t } = useTranslation('planDesign');
  const editor = useDraftEditor(version);
  const disabled = version.state !== 'draft' || version.approvalState === 'inReview' || version.approvalState === 'approved' || editor.conflict !== null;
  const blocking = editor.findings.filter((one) => one.severity === 'error' || (one.severity === 'overridable' && !one.overrideReason)).length;
  const part = { editor, disabled };
  const path = `/plans/${encodeURIComponent(version.plan.code)}/versions/${version.no}`;
  return (
    <>
      <PageTitle title={textOf(editor.document.name)} note={`${version.plan.code} · v${version.no} · ${t(`plans:state.${version.state}`)} · ${t(`plans:approval.${version.approvalState}`)}`}>
        <DraftNote state={editor.state} />
        {children}
      </PageTitle>
      {editor.conflict && <><ProblemAlert error={conflictProblem(editor.conflict)} /><Button style={{ marginBlockEnd: 12 }} onClick={onReload}>{t('reload')}</Button></>}
      {editor.incomplete && <Alert type="warning" showIcon title={t('incomplete')} style={{ marginBlockEnd: 12 }} />}
      <Alert type={blocking > 0 ? 'error' : 'success'} showIcon role="status" title={t('counts', { blocking, others: editor.findings.length - blocking })} style={{ marginBlockEnd: 12 }} />
      <Sections
        sections={[
          { key: 'indicators', label: t('tab.indicators'), content: <IndicatorsSection {...part} /> },
          { key: 'sheets', label: t('tab.sheets'), content: <SheetsSection {...part} /> },
          { key: 'outcome', label: t('tab.outcome'), content: <OutcomeSection {...part} /> },
          { key: 'people', label: t('tab.people'), content: <PeopleSection {...part} /> },
          { key: 'steps', label: t('tab.steps'), content: <StepsSection {...part} /> },
          { key: 'differences', label: t('tab.differences'), content: <VersionDifferences path={path} no={version.no} versions={versions} /> },
          { key: 'usage', label: t('tab.usage'), content: <VersionUsage path={path} /> },
        ]}
      />
    </>
  );
}
