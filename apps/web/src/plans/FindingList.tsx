import type { PlanFinding } from '@fairmark/contracts/plans';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.js';
import { problemText } from '../ui/problemText.js';
import { ToneTag } from '../ui/ToneTag.js';

const tone = { error: 'bad', overridable: 'mark', warning: 'warn' } as const;

/** What was found about a plan document, with the place in the document. */
export function FindingList({ findings }: { findings: readonly PlanFinding[] }) {
  const { t } = useTranslation('plans');
  if (findings.length === 0) return <>{t('noFindings')}</>;
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {findings.map((finding, index) => (
        <li key={index}><ToneTag tone={tone[finding.severity]}>{t(`severity.${finding.severity}`)}</ToneTag>{problemText(t, new Problem({ code: finding.code, status: 0, details: finding.details }))} <code>{finding.path}</code>{finding.overrideReason && ` — ${finding.overrideReason}`}</li>
      ))}
    </ul>
  );
}
