import type { AppealView } from '@fairmark/contracts/appeals';
import { Alert, Card, Descriptions, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { colon } from '../ui/punctuation.js';
import { itemKey, itemText, valueText } from './itemText.js';

/** What was decided, with facts, rule and reason. */
export function DecisionCards({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals');
  return (
    <>
      {appeal.refusal && <Alert type="warning" showIcon title={`${t('ending.refused')}${colon()}${t(`refusal.${appeal.refusal.ground}`)}`} description={appeal.refusal.text} />}
      {appeal.decisions.map((decision) => (
        <Card key={decision.level} size="small" title={`${t(`outcome.${decision.outcome}`)} · ${t('decidedAt', { level: decision.level, at: showInstant(decision.decidedAt) })}`}>
          <ChangedItems appeal={appeal} items={decision.items} />
          <Reasons {...decision} />
        </Card>
      ))}
      {appeal.sentBack && (
        <Card size="small" title={`${t('outcome.backToScoring')} · ${showInstant(appeal.sentBack.at)}`}>
          <ChangedItems appeal={appeal} items={appeal.sentBack.items.map((item) => ({ item, value: null }))} />
          <Reasons {...appeal.sentBack} />
        </Card>
      )}
    </>
  );
}

/** Items with the value that they had and the one that is decided. */
export function ChangedItems({ appeal, items }: { appeal: AppealView; items: AppealView['decisions'][number]['items'] }) {
  return (
    <Flex vertical gap={4}>
      {items.map(({ item, value }) => {
        const line = appeal.items.find((one) => itemKey(one.item) === itemKey(item));
        return <div key={itemKey(item)}>{itemText({ item, name: line?.name ?? null })}{value && `${colon()}${valueText(line?.value ?? null)} → ${valueText(value)}`}</div>;
      })}
    </Flex>
  );
}

export function Reasons({ facts, rule, reason }: { facts: string; rule: string; reason: string }) {
  const { t } = useTranslation('appeals');
  const lines = { facts, rule, reason };
  return <Descriptions size="small" column={1} items={(['facts', 'rule', 'reason'] as const).map((key) => ({ key, label: t(`reasons.${key}`), children: <span style={{ whiteSpace: 'pre-wrap' }}>{lines[key]}</span> }))} />;
}
