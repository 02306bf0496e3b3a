import type { CycleView } from '@fairmark/contracts/cycles';
import { Flex, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '../org/queries.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { nameOf } from '../ui/text.js';
import { usePopulationChange } from './usePopulationChange.js';

const TYPES = ['content', 'transaction', 'service'] as const;

/** Narrows who takes part; nothing chosen means everybody. */
export function PopulationFields({ cycle }: { cycle: CycleView }) {
  const { t } = useTranslation('cycles');
  const { change } = usePopulationChange(cycle);
  const departments = (useDepartments().data?.departments ?? []).map((one) => ({ value: one.id, label: nameOf(one) }));
  const types = TYPES.map((value) => ({ value: value as string, label: t(`org:communities.types.${value}`) }));
  const field = { mode: 'multiple' as const, allowClear: true, disabled: change.isPending, style: { minWidth: 240, flex: 1 }, showSearch: { optionFilterProp: 'label' } };
  return (
    <>
      <Flex wrap gap={8} style={{ marginBlockEnd: 12 }}>
        <Select {...field} aria-label={t('population.departments')} placeholder={t('population.departments')} value={cycle.population.departmentIds} options={departments} onChange={(departmentIds: string[]) => change.mutate({ departmentIds })} />
        <Select {...field} aria-label={t('population.types')} placeholder={t('population.types')} value={cycle.population.communityTypes} options={types} onChange={(communityTypes: string[]) => change.mutate({ communityTypes })} />
      </Flex>
      {change.isError && <ProblemAlert error={change.error} />}
    </>
  );
}
