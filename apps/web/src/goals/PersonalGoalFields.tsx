import type { ReviewView } from '@fairmark/contracts/reviews';
import { Button, Card, Flex, Form, Input, InputNumber, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showBp } from '../ui/format.js';
import { newPersonalGoal } from './goalValues.js';

/** Personal goals and trials 个性化空间, inside the room that the plan leaves. */
export function PersonalGoalFields({ review }: { review: ReviewView }) {
  const { t } = useTranslation('goals');
  const form = Form.useFormInstance();
  const rules = review.sheet?.personalRules;
  if (!rules || rules.goalsMaxCount === 0) return null;
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <Form.List name="personalGoals">
      {(fields, { add, remove }) => (
        <>
          <Typography.Title level={5}>{t('personal.title')}</Typography.Title>
          <Typography.Paragraph type="secondary">{t('personal.room', { count: rules.goalsMaxCount, weight: showBp(rules.goalsMaxBp) })}</Typography.Paragraph>
          {fields.map((field) => (
            <Card key={field.key} size="small" style={{ marginBlockEnd: 8 }} extra={<Button type="text" danger onClick={() => remove(field.name)}>{t('common:action.remove')}</Button>}>
              <Form.Item name={[field.name, 'goalId']} hidden><Input /></Form.Item>
              <Form.Item name={[field.name, 'title']} label={t('personal.name')} rules={required}><Input maxLength={200} /></Form.Item>
              <Form.Item name={[field.name, 'measure']} label={t('personal.measure')} rules={required}><Input.TextArea autoSize maxLength={1_000} /></Form.Item>
              <Form.Item name={[field.name, 'parentGoal']} label={t('personal.parent')} rules={required}><Input maxLength={500} /></Form.Item>
              <Flex wrap gap={16}>
                <Form.Item name={[field.name, 'kind']} label={t('personal.kind')}><Select style={{ width: 160 }} options={(['goal', 'trial'] as const).map((value) => ({ value, label: t(`personal.kinds.${value}`) }))} /></Form.Item>
                <Form.Item
                  name={[field.name, 'weightBp']} label={t('personal.weight')} rules={required}
                  getValueProps={(bp?: number) => ({ value: bp === undefined ? undefined : bp / 100 })} normalize={(percent?: number) => (percent === undefined || percent === null ? undefined : Math.round(percent * 100))}
                >
                  <InputNumber min={0.01} max={20} suffix="%" />
                </Form.Item>
                <Form.Item name={[field.name, 'dueOn']} label={t('personal.dueOn')} rules={required}><Input type="date" min={review.periodStart} max={review.periodEnd} /></Form.Item>
              </Flex>
            </Card>
          ))}
          {fields.length < rules.goalsMaxCount && <Button onClick={() => add(newPersonalGoal(form.getFieldValue('personalGoals') ?? [], review.periodEnd))}>{t('personal.add')}</Button>}
        </>
      )}
    </Form.List>
  );
}
