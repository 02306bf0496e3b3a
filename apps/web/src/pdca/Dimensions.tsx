import type { QuarterView } from '@fairmark/contracts/pdca';
import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';

/** Live measures of the five dimensions, and what the review said about each; then the user research that it rests on. */
export function Dimensions({ view }: { view: QuarterView }) {
  const { t } = useTranslation('pdca');
  return (
    <Flex vertical gap={8}>
      {view.dimensions.map(({ dimension, readings }) => {
        const finding = view.findings.find((one) => one.dimension === dimension);
        return (
          <div key={dimension}>
            <FactLine title={t(`dimension.${dimension}`)} facts={readings.map(({ key, value, sampleSize }) => `${t(`measure.${key}`)} ${value === null ? t('noValue') : `${value} (${t('sample', { n: sampleSize })})`}`)} />
            {finding && <Typography.Text>{finding.rating}/5 · {finding.text}</Typography.Text>}
          </div>
        );
      })}
      {view.research.map((one, index) => <FactLine key={index} title={`${t('research')} · ${one.method}`} facts={[one.conductedOn, t('sample', { n: one.participants }), one.summary]} />)}
    </Flex>
  );
}
