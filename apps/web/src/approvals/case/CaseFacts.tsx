import type { ApprovalView, ApprovalWaiting } from '@fairmark/contracts/approvals';
import { Card, Descriptions, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../../ui/format.js';
import { personName } from '../../ui/PersonName.js';
import { showQuantity } from '../../ui/quantity.js';
import { textOf } from '../../ui/text.js';
import { ToneTag } from '../../ui/ToneTag.js';
import { atDeadlineText } from '../deadlineText.js';
import { drawable, type EditedField } from '../designer/document.js';
import { useNames } from '../useNames.js';
import { matterLines } from './matterLines.js';
import { useNodeTitles } from './useNodeTitles.js';

/** What was submitted, for whom it waits, until when, and what happens then. */
export function CaseFacts({ view }: { view: ApprovalView }) {
  const { t } = useTranslation('approvals');
  const names = useNames([]);
  const fields = (drawable(view.definition.document)?.form ?? []).filter((field) => view.fields?.[field.id] !== undefined);
  const shown = (field: EditedField): string => {
    const value = view.fields?.[field.id];
    if (field.type === 'amount') return showQuantity(String(value), 'cents');
    if (field.type === 'flag') return t(value ? 'condition.yes' : 'condition.no');
    if (field.type === 'choice') return textOf(field.options.find((one) => one.value === value)?.title ?? { zh: String(value) });
    return field.type === 'department' ? (names.department(String(value)) ?? String(value)) : String(value);
  };
  const items = [
    ...matterLines(t, view.matter).map(([key, children]) => ({ key, label: t(`matter.${key}`), children })),
    ...fields.map((field) => ({ key: field.id, label: textOf(field.title), children: shown(field) })),
    { key: 'waiting', label: t('case.waiting'), children: view.waiting.length === 0 ? t('case.nobody') : <Flex vertical gap={8}>{view.waiting.map((one) => <Waiting key={`${one.visitId} ${one.person.id}`} one={one} view={view} />)}</Flex> },
    ...(view.endedAt ? [{ key: 'ended', label: t('case.ended'), children: showInstant(view.endedAt) }] : []),
    { key: 'definition', label: t('case.definition'), children: `${view.definition.id} v${view.definition.version}` },
  ];
  return <Card size="small"><Descriptions size="small" column={1} items={items} /></Card>;
}

function Waiting({ one, view }: { one: ApprovalWaiting; view: ApprovalView }) {
  const { t } = useTranslation('approvals');
  const title = useNodeTitles(view);
  const [now] = useState(() => Date.now());
  const zone = one.zone ?? undefined;
  const overdue = one.dueAt !== null && Date.parse(one.dueAt) < now;
  const facts = [t('common:time.since', { at: showInstant(one.since) }), one.dueAt && t('common:time.due', { at: showInstant(one.dueAt, zone) }), one.remindAt && t('case.remindAt', { at: showInstant(one.remindAt, zone) }), t('inbox:atDeadline', { what: atDeadlineText(t, one.atDeadline) })];
  return (
    <div>
      <Typography.Text strong>{personName(one.person)}</Typography.Text> {title(one.nodeId)} <Typography.Text type="secondary">{t(`steps:why.${one.why}`, { defaultValue: one.why })}</Typography.Text>{overdue && <ToneTag tone="bad">{t('common:time.overdue')}</ToneTag>}
      <div><Typography.Text type="secondary">{facts.filter(Boolean).join(' · ')}</Typography.Text></div>
    </div>
  );
}
