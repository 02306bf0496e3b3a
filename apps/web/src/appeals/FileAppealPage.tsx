import type { Appealable, AppealGround } from '@fairmark/contracts/appeals';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Card, Flex, Form, Input, Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { useIsLeaver } from '../identity/session.js';
import { DraftNote } from '../ui/DraftNote.js';
import { showInstant } from '../ui/format.js';
import { PageTitle } from '../ui/PageTitle.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { problemText } from '../ui/problemText.js';
import { Problem } from '../api/problem.js';
import { QueryState } from '../ui/QueryState.js';
import { useDraft } from '../ui/useDraft.js';
import { itemKey, itemText, valueText } from './itemText.js';
import { PapersField, usePaperIds } from './PapersField.js';
import { useAppealable } from './queries.js';

/** 申诉: what is contested, on which ground, in whose words, with papers. One appeal for each result. */
export function FileAppealPage() {
  const { t } = useTranslation('appeals');
  const { reviewId } = useParams({ strict: false }) as { reviewId: string };
  return (
    <>
      <PageTitle title={t('file.title')} note={t('file.note')} />
      <QueryState query={useAppealable(reviewId)}>{(appealable) => <Filing appealable={appealable} />}</QueryState>
    </>
  );
}

function Filing({ appealable }: { appealable: Appealable }) {
  const { t } = useTranslation('appeals');
  const { visitId, refusal, endsAt } = appealable;
  if (refusal || !visitId) return <Alert type="info" showIcon title={refusal ? problemText(t, new Problem({ code: refusal, status: 422 })) : t('file.closed')} />;
  return (
    <Flex vertical gap={16}>
      {endsAt && <Alert type="info" showIcon title={t('file.until', { at: showInstant(endsAt) })} />}
      <FilingForm appealable={appealable} visitId={visitId} />
    </Flex>
  );
}

interface Line {
  item?: string;
  ground?: AppealGround;
  text?: string;
}

function FilingForm({ appealable, visitId }: { appealable: Appealable; visitId: string }) {
  const { t } = useTranslation('appeals');
  const [form] = Form.useForm<{ items: Line[] }>();
  const navigate = useNavigate();
  const decision = useDecision({ visitId });
  const draft = useDraft<{ items: Line[] }>('visit', visitId, !useIsLeaver());
  const paperIds = usePaperIds(appealable.reviewId);
  if (draft.initial === undefined) return <Skeleton active />;
  const send = ({ items }: { items: Line[] }) => {
    const body = { paperIds, items: items.map(({ item, ground, text }) => ({ item: appealable.items.find((one) => itemKey(one.item) === item)?.item, ground, text })) };
    // A promise, not a callback of the form: once it is filed nothing is left to contest, and the form may be gone before its callback is due.
    decision.mutateAsync({ action: 'appeal', body }).then(({ details }) => navigate({ to: '/appeals/$appealId', params: { appealId: String(details['appealId']) } }), () => undefined);
  };
  return (
    <Form form={form} layout="vertical" initialValues={draft.initial ?? { items: [{}] }} onValuesChange={(_, all: { items: Line[] }) => draft.save(all)} onFinish={send}>
      <Form.List name="items">
        {(fields, { add, remove }) => (
          <Flex vertical gap={12}>
            {fields.map((field) => <ItemCard key={field.key} name={field.name} appealable={appealable} onRemove={fields.length > 1 ? () => remove(field.name) : undefined} />)}
            <Button onClick={() => add({})}>{t('file.addItem')}</Button>
          </Flex>
        )}
      </Form.List>
      <div style={{ marginBlockStart: 16 }}><PapersField reviewId={appealable.reviewId} /></div>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={form.submit} />}
      <Flex wrap gap={12} align="center" style={{ marginBlockStart: 12 }}>
        <Button type="primary" danger htmlType="submit" loading={decision.isPending}>{t('file.send')}</Button>
        <DraftNote state={draft.state} />
      </Flex>
    </Form>
  );
}

function ItemCard({ name, appealable, onRemove }: { name: number; appealable: Appealable; onRemove: (() => void) | undefined }) {
  const { t } = useTranslation('appeals');
  const required = [{ required: true, whitespace: true, message: t('common:field.required') }];
  const chosen = Form.useWatch<string | undefined>(['items', name, 'item']);
  const item = appealable.items.find((one) => itemKey(one.item) === chosen);
  const items = appealable.items.map((one) => ({ value: itemKey(one.item), label: one.value ? `${itemText(one)} (${valueText(one.value)})` : itemText(one) }));
  return (
    <Card size="small" extra={onRemove && <Button size="small" onClick={onRemove}>{t('common:action.remove')}</Button>}>
      <Form.Item name={[name, 'item']} label={t('file.item')} rules={required}><Select options={items} showSearch={{ optionFilterProp: 'label' }} /></Form.Item>
      <Form.Item name={[name, 'ground']} label={t('file.ground')} rules={required}><Select disabled={!item} options={(item?.grounds ?? []).map((ground) => ({ value: ground, label: t(`ground.${ground}`) }))} /></Form.Item>
      <Form.Item name={[name, 'text']} label={t('file.text')} rules={required}><Input.TextArea autoSize={{ minRows: 3 }} maxLength={10_000} /></Form.Item>
    </Card>
  );
}
