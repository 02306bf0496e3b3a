import { SamePersonPolicy } from '@fairmark/contracts/approvals';
import { Checkbox, Flex, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Labelled } from '../../ui/Labelled.js';
import type { EditedDocument } from './document.js';
import { DurationField } from './DurationField.js';
import { TextFields } from './TextFields.js';

type Settings = NonNullable<EditedDocument['settings']>;
const FEW_DAYS = { n: 5, unit: 'workingDay' } as const;

/** What counts for the whole process. */
export function SettingsFields({ document, onChange, disabled }: { document: EditedDocument; onChange: (document: EditedDocument) => void; disabled: boolean }) {
  const { t } = useTranslation('approvals');
  const settings: Settings = document.settings ?? {};
  const set = (change: Partial<Settings>) => onChange({ ...document, settings: { ...settings, ...change } });
  const { resubmitWithin, ...withoutResubmit } = settings;
  return (
    <>
      <TextFields label={t('settings.title')} value={document.title} disabled={disabled} onChange={(title) => title && onChange({ ...document, title })} />
      <Labelled label={t('step.samePerson')} note={t(`samePersonNote.${settings.samePerson ?? 'actsOnce'}`)}>
        {(id) => <Select id={id} disabled={disabled} value={settings.samePerson ?? 'actsOnce'} onChange={(samePerson) => set({ samePerson })} options={SamePersonPolicy.options.map((value) => ({ value, label: t(`samePerson.${value}`) }))} style={{ maxWidth: 360 }} />}
      </Labelled>
      <Flex vertical gap={12}>
        {(document.kind === 'calibration' || settings.submitterMayApprove) && <Checkbox disabled={disabled} checked={settings.submitterMayApprove ?? false} onChange={({ target }) => set({ submitterMayApprove: target.checked })}>{t('settings.submitterMayApprove')}</Checkbox>}
        <Checkbox disabled={disabled} checked={settings.withdrawAfterEnd ?? false} onChange={({ target }) => set({ withdrawAfterEnd: target.checked })}>{t('settings.withdrawAfterEnd')}</Checkbox>
        <Flex wrap gap={8} align="center">
          <Checkbox disabled={disabled} checked={resubmitWithin !== undefined} onChange={({ target }) => onChange({ ...document, settings: target.checked ? { ...settings, resubmitWithin: FEW_DAYS } : withoutResubmit })}>{t('settings.resubmitWithin')}</Checkbox>
          {resubmitWithin && <DurationField label={t('settings.resubmitWithin')} value={resubmitWithin} disabled={disabled} onChange={(length) => set({ resubmitWithin: length })} />}
        </Flex>
      </Flex>
    </>
  );
}
