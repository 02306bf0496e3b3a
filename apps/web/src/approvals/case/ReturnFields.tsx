import type { ApprovalOffer } from '@fairmark/contracts/approvals';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { personName, type PersonLike } from '../../ui/PersonName.js';
import { textOf } from '../../ui/text.js';

/** To whom it goes back, and whether every node runs again afterwards or it comes straight back. */
export function ReturnFields({ targets, submitter }: { targets: ApprovalOffer['returnTargets']; submitter: PersonLike | null }) {
  const { t } = useTranslation('approvals');
  const options = [...(submitter ? [{ value: 'submitter', label: t('return.submitterNamed', { name: personName(submitter) }) }] : []), ...targets.map((one) => ({ value: one.nodeId, label: textOf(one.title) }))];
  return (
    <>
      <Form.Item name="to" label={t('return.to')}><Radio.Group vertical options={options} /></Form.Item>
      <Form.Item name="then" label={t('return.then')}><Radio.Group vertical options={(['rerun', 'straightBack'] as const).map((value) => ({ value, label: t(`return.${value}`) }))} /></Form.Item>
    </>
  );
}
