import { PanelExclusion } from '@fairmark/contracts/approvals';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SourceProps } from './SourceFields.js';
import { rolesFor } from './sourceTypes.js';

const SIZES = [3, 5] as const;
const SCOPES = ['department', 'company'] as const;

/** A panel drawn from the holders of a role, without whoever has to do with the matter. */
export function PanelFields({ source, onChange, document }: SourceProps<'panel'>) {
  const { t } = useTranslation('approvals');
  const { pool } = source;
  return (
    <>
      <Select aria-label={t('panel.size')} value={source.size} onChange={(size) => onChange({ ...source, size })} options={SIZES.map((value) => ({ value, label: t('panel.people', { count: value }) }))} style={{ width: 110 }} />
      <Select aria-label={t('source.role')} value={pool.role} onChange={(role) => onChange({ ...source, pool: { ...pool, role } })} options={rolesFor(document.kind).filter((role) => role !== 'chair').map((value) => ({ value, label: t(`role.${value}`) }))} style={{ width: 140 }} />
      <Select aria-label={t('source.scope')} value={pool.scope} onChange={(scope) => onChange({ ...source, pool: { ...pool, scope } })} options={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))} style={{ width: 170 }} />
      <Checkbox.Group value={source.exclude ?? []} onChange={(exclude) => onChange({ ...source, exclude })} options={PanelExclusion.options.map((value) => ({ value, label: t(`panel.exclude.${value}`) }))} />
    </>
  );
}
