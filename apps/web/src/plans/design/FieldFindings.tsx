import type { PlanFinding, PlanOverride } from '@fairmark/contracts/plans';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem.js';
import { problemText } from '../../ui/problemText.js';
import { ReasonModal } from '../../ui/ReasonModal.js';
import { ToneTag } from '../../ui/ToneTag.js';

const tone = { error: 'bad', overridable: 'bad', warning: 'warn' } as const;

interface Props {
  findings: readonly PlanFinding[];
  /** Absent where nothing can be edited. */
  onOverride?: ((override: PlanOverride) => void) | undefined;
}

/** What was found at a place, beside it. What may be overridden asks for the reason, which the approvers read. */
export function FieldFindings({ findings, onOverride }: Props) {
  const { t } = useTranslation('planDesign');
  const [asked, setAsked] = useState<PlanFinding | null>(null);
  if (findings.length === 0) return null;
  return (
    <Flex vertical gap={4} role="status" style={{ marginBlock: 4 }}>
      {findings.map((one, index) => (
        <Flex key={index} wrap gap={4} align="center">
          <ToneTag tone={one.overrideReason ? 'info' : tone[one.severity]}>{t(`plans:severity.${one.severity}`)}</ToneTag>
          <span>{problemText(t, new Problem({ code: one.code, status: 0, details: one.details }))}{one.overrideReason && t('overridden', { reason: one.overrideReason })}</span>
          {one.severity === 'overridable' && onOverride && <Button size="small" type="link" onClick={() => setAsked(one)}>{t('override')}</Button>}
        </Flex>
      ))}
      <ReasonModal open={asked !== null} title={t('override')} label={t('overrideReason')} busy={false} onCancel={() => setAsked(null)} onReason={(reason) => { if (asked) onOverride?.({ code: asked.code, path: asked.path, reason }); setAsked(null); }} />
    </Flex>
  );
}
