import { Flex, Grid, Progress, Steps, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

const PHASES = ['goalSetting', 'period', 'selfReview', 'scoring', 'calibration', 'publication', 'result', 'buffer', 'closed'];
/** An appeal belongs to the result; people look for it there. */
const position = (step: string): number => PHASES.indexOf(step === 'appeal' ? 'result' : step);

/** Where a review is on its way: all phases where there is room, else the present one and how far it is. */
export function PhaseSteps({ step }: { step: string }) {
  const { t } = useTranslation();
  const wide = Grid.useBreakpoint().lg ?? true;
  const current = position(step);
  if (wide) return <Steps size="small" titlePlacement="vertical" responsive={false} current={current} items={PHASES.map((phase) => ({ title: t(`steps:phase.${phase}`) }))} />;
  return (
    <div>
      <Flex justify="space-between"><Typography.Text strong>{t(`steps:phase.${step}`)}</Typography.Text><Typography.Text type="secondary">{Math.max(current + 1, 0)} / {PHASES.length}</Typography.Text></Flex>
      <Progress percent={((current + 1) * 100) / PHASES.length} showInfo={false} size="small" aria-label={t(`steps:phase.${step}`)} />
    </div>
  );
}
