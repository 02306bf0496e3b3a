import type { QuarterView } from '@fairmark/contracts/pdca';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';

/** Plan versions that the quarter brought; reverting brings one, too. */
export function Versions({ view: { versions, unchangedReason } }: { view: QuarterView }) {
  const { t } = useTranslation('pdca');
  if (versions.length === 0) return <Typography.Text type="secondary">{unchangedReason ? t('unchangedBecause', { reason: unchangedReason }) : t('noVersions')}</Typography.Text>;
  return <>{versions.map(({ planVersionId, no, basedOnNo, source, approvalState }) => <FactLine key={`${planVersionId}/${source}`} title={t('version', { no, basedOn: basedOnNo })} facts={[t(`source.${source}`), t(`approval.${approvalState}`)]} />)}</>;
}
