import type { AppealView } from '@fairmark/contracts/appeals';
import { Card, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';

/** What HR did to the case, with the reason that everybody concerned reads. */
export function HrActs({ acts }: { acts: AppealView['hrActs'] }) {
  const { t } = useTranslation('appeals');
  if (acts.length === 0) return null;
  return (
    <Card size="small" title={t('hr.acts')}>
      {acts.map((one) => <FactLine key={one.id} title={t(`hr.act.${one.act}`, { defaultValue: one.act })} facts={[personName(one.actor), showInstant(one.at), <Typography.Text key="reason">{one.reason}</Typography.Text>]} />)}
    </Card>
  );
}
