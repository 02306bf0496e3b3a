import type { PeopleFound } from '@fairmark/contracts/org';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '../api/client.js';
import { personName, type PersonLike } from './PersonName.js';
import { nameOf } from './text.js';

interface Props {
  id?: string;
  label?: string;
  value?: readonly string[];
  onChange?: (ids: string[]) => void;
  /** How many may be chosen. */
  max?: number;
  /** Names of people who are chosen already. */
  known?: readonly PersonLike[];
  /** People who cannot be chosen. */
  except?: readonly string[];
  disabled?: boolean;
}

/** Finds colleagues by a part of their name. */
export function PersonPicker({ id, label, value = [], onChange, max = 20, known = [], except = [], disabled = false }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [seen, setSeen] = useState<readonly PersonLike[]>([]);
  const typed = search.trim();
  const found = useQuery({ queryKey: ['org', 'people', typed], queryFn: ({ signal }) => read<PeopleFound>(`/org/people?search=${encodeURIComponent(typed)}`, signal), enabled: typed !== '', placeholderData: keepPreviousData });
  const people = typed === '' ? [] : (found.data?.people ?? []);
  // A name that was found once stays known: the next search does not find it.
  const name = (one: string): string => {
    const person = [...people, ...seen, ...known].find((other) => other.id === one);
    return person ? personName(person) : '…';
  };
  const choose = (ids: string[]) => {
    setSeen([...seen, ...people.filter((one) => ids.includes(one.id))]);
    setSearch('');
    onChange?.(ids);
  };
  return (
    <Select<string[]>
      {...(id ? { id } : {})} aria-label={label} mode="multiple" maxCount={max} disabled={disabled} value={[...value]} onChange={choose} style={{ width: '100%' }} placeholder={t('person.search')}
      showSearch={{ filterOption: false, onSearch: setSearch, searchValue: search }} labelRender={({ value: one }) => name(String(one))} open={typed !== ''} notFoundContent={found.isFetching ? t('state.loading') : t('person.none')}
      options={people.filter((one) => !except.includes(one.id)).map((one) => ({ value: one.id, label: `${personName(one)}${one.department ? ` · ${nameOf(one.department)}` : ''}` }))}
    />
  );
}
