import type { GoalProposal } from '@fairmark/contracts/goals';
import type { ReviewView } from '@fairmark/contracts/reviews';
import { Form, Input, Typography, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { showBp } from '../ui/format.js';
import { showQuantity, shownValue, storedValue, unitName } from '../ui/quantity.js';
import { textOf } from '../ui/text.js';
import { editableItems, needsReason } from './goalValues.js';
import { PersonalGoalFields } from './PersonalGoalFields.js';

/** Targets of the sheet and personal goals: the two things that people negotiate. */
export function GoalFields({ review, form }: { review: ReviewView; form: FormInstance<GoalProposal> }) {
  const { t } = useTranslation('goals');
  const items = editableItems(review);
  const typed = Form.useWatch('items', form);
  return (
    <>
      <Typography.Title level={5}>{t('targets')}</Typography.Title>
      {items.map((item, index) => (
        <div key={item.itemId} style={{ marginBlockEnd: 8 }}>
          <Form.Item name={['items', index, 'itemId']} hidden><Input /></Form.Item>
          <Form.Item
            name={['items', index, 'target']} label={`${textOf(item.name)} · ${showBp(item.weightBp)}`} style={{ marginBlockEnd: 4 }}
            extra={item.realismBand ? t('realistic', { low: showQuantity(item.realismBand.low, item.indicator?.unit), high: showQuantity(item.realismBand.high, item.indicator?.unit) }) : undefined}
            getValueProps={(value?: string) => ({ value: value === undefined ? value : shownValue(value, item.indicator?.unit) })} normalize={(value: string) => storedValue(value, item.indicator?.unit)}
            rules={[{ required: true, pattern: /^-?\d{1,15}(\.\d{1,6})?$/, message: t('number') }]}
          >
            <Input inputMode="decimal" suffix={unitName(item.indicator?.unit)} style={{ maxWidth: 280 }} />
          </Form.Item>
          {needsReason(item, typed?.[index]?.target) && (
            <Form.Item name={['items', index, 'reason']} label={t('whyUnrealistic')} rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}>
              <Input.TextArea autoSize maxLength={2_000} />
            </Form.Item>
          )}
        </div>
      ))}
      <PersonalGoalFields review={review} />
    </>
  );
}
