import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

const MISSING = ['manager', 'activeManager', 'top', 'department', 'work'] as const;
const INVITATION = ['none', 'sent', 'expired', 'accepted'] as const;

/** What the list of people is narrowed to; it stands in the address, so that "ready for the first cycle" can lead to whom it means. */
export interface PeopleNarrowed {
  missing?: (typeof MISSING)[number];
  invitation?: (typeof INVITATION)[number];
}

export function usePeopleNarrowed(): PeopleNarrowed {
  const { missing, invitation } = useSearch({ strict: false }) as Record<string, unknown>;
  const known = { missing: MISSING.find((one) => one === missing), invitation: INVITATION.find((one) => one === invitation) };
  return { ...(known.missing ? { missing: known.missing } : {}), ...(known.invitation ? { invitation: known.invitation } : {}) };
}

/** Everybody, people of whom something is missing, or people by their invitation. */
export function PeopleFilter({ narrowed }: { narrowed: PeopleNarrowed }) {
  const { t } = useTranslation('org');
  const navigate = useNavigate();
  const options = [
    { label: t('people.filter.missing'), options: MISSING.map((one) => ({ value: `missing ${one}`, label: t(`people.missing.${one}`) })) },
    { label: t('people.account'), options: INVITATION.map((one) => ({ value: `invitation ${one}`, label: t(`people.invitation.${one}`) })) },
  ];
  const [chosen] = Object.entries(narrowed).map(([key, value]) => `${key} ${String(value)}`);
  const choose = (value?: string) => {
    const [key, one] = value?.split(' ') ?? [];
    void navigate({ to: '/org', search: { tab: 'people', ...(key ? { [key]: one } : {}) } as never });
  };
  return <Select<string> aria-label={t('people.filter.title')} placeholder={t('people.filter.everybody')} allowClear value={chosen} onChange={choose} options={options} style={{ minWidth: 180 }} />;
}
