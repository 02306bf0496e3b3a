import { AppealOutcome, type AppealValue, type AppealView, type ContestedLine } from '@fairmark/contracts/appeals';
import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { textOf } from '../ui/text.js';
import { itemKey, itemText, valueText } from './itemText.js';

interface Typed {
  outcome: AppealOutcome;
  values?: Record<string, string | number | null>;
  back?: string[];
  scorer?: string;
  facts: string;
  rule: string;
  reason: string;
}

const ORIGINAL = 'originalScorer';
const scorable = ({ item }: ContestedLine): boolean => item.kind === 'indicatorData' || item.kind === 'judgedScore';

/** What a member wants decided: outcome, items with new values, facts, rule and reason. */
export function ProposeForm({ appeal, visitId }: { appeal: AppealView; visitId: string }) {
  const { t } = useTranslation('appeals');
  const [form] = Form.useForm<Typed>();
  const outcome = Form.useWatch('outcome', form);
  const decision = useDecision({ visitId });
  const required = [{ required: true, whitespace: true, message: t('common:field.required') }];
  const outcomes = AppealOutcome.options.filter((one) => one !== 'backToScoring' || (appeal.level === 1 && !appeal.sentBack && appeal.items.some(scorable)));
  return (
    <Form form={form} layout="vertical" onFinish={(typed) => decision.mutate({ action: 'propose', body: bodyOf(appeal, typed) }, { onSuccess: () => form.resetFields() })}>
      <Form.Item name="outcome" label={t('propose.outcome')} rules={[{ required: true, message: t('common:field.required') }]}><Radio.Group options={outcomes.map((one) => ({ value: one, label: t(`outcome.${one}`) }))} /></Form.Item>
      {outcome === 'adjusted' && appeal.items.filter((line) => line.value).map((line) => <ValueField key={itemKey(line.item)} appeal={appeal} line={line} />)}
      {outcome === 'backToScoring' && <BackFields appeal={appeal} />}
      {(['facts', 'rule', 'reason'] as const).map((name) => <Form.Item key={name} name={name} label={t(`reasons.${name}`)} rules={required}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={10_000} /></Form.Item>)}
      {decision.isError && <ProblemAlert error={decision.error} onRetry={form.submit} />}
      <Button type="primary" htmlType="submit" loading={decision.isPending}>{t('propose.act')}</Button>
    </Form>
  );
}

/** The new value of an item; empty leaves it as it is. It can only become better. */
function ValueField({ appeal, line }: { appeal: AppealView; line: ContestedLine }) {
  const { t } = useTranslation('appeals');
  const kind = line.value?.kind;
  const options = kind === 'band' ? appeal.bands.map(({ code, name }) => ({ value: code, label: `${code} ${textOf(name)}` })) : (['fulfilled', 'partly', 'not'] as const).map((one) => ({ value: one, label: t(`buffers:outcome.${one}`) }));
  return (
    <Form.Item name={['values', itemKey(line.item)]} label={`${itemText(line)} (${valueText(line.value)})`} extra={line.rescored ? t('rescored', { value: valueText(line.rescored) }) : undefined}>
      {kind === 'score' ? <InputNumber min={0} max={1_000} precision={2} style={{ width: 160 }} placeholder={t('propose.unchanged')} /> : <Select allowClear options={options} placeholder={t('propose.unchanged')} />}
    </Form.Item>
  );
}

function BackFields({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals');
  const scorers = [{ value: ORIGINAL, label: t('propose.originalScorer') }, ...appeal.rescorers.map((person) => ({ value: person.id, label: personName(person) }))];
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <>
      <Form.Item name="back" label={t('propose.items')} rules={required}><Checkbox.Group options={appeal.items.filter(scorable).map((line) => ({ value: itemKey(line.item), label: itemText(line) }))} /></Form.Item>
      <Form.Item name="scorer" label={t('propose.rescorer')} extra={t('propose.rescorerNote')} rules={required}><Select options={scorers} showSearch={{ optionFilterProp: 'label' }} /></Form.Item>
    </>
  );
}

function bodyOf(appeal: AppealView, { outcome, values = {}, back = [], scorer, facts, rule, reason }: Typed): object {
  const named = (line: ContestedLine) => ({ item: line.item, value: valueOf(line, values[itemKey(line.item)]) });
  const items = outcome === 'adjusted' ? appeal.items.map(named).filter(({ value }) => value !== null) : outcome === 'backToScoring' ? appeal.items.filter((line) => back.includes(itemKey(line.item))).map(({ item }) => ({ item, value: null })) : [];
  const rescorer = outcome !== 'backToScoring' ? {} : { rescorer: scorer === ORIGINAL ? { kind: ORIGINAL } : { kind: 'otherManager', managerId: scorer } };
  return { outcome, items, ...rescorer, facts, rule, reason };
}

function valueOf({ value }: ContestedLine, typed: string | number | null | undefined): AppealValue | null {
  if (typed === undefined || typed === null || !value) return null;
  if (value.kind === 'score') return { kind: 'score', scoreCenti: Math.round(Number(typed) * 100) };
  return value.kind === 'band' ? { kind: 'band', band: String(typed) } : { kind: 'buffer', outcome: typed as 'fulfilled' | 'partly' | 'not' };
}
