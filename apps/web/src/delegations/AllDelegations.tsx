import { Button, Checkbox, Flex, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../ui/QueryState.js';
import { DelegationCards } from './DelegationCards.js';
import { NewDelegation } from './NewDelegation.js';
import { useAllDelegations } from './queries.js';

const PAGE_SIZE = 20;

/** HR makes and ends delegations for people of its scope who cannot do it themselves. */
export function AllDelegations() {
  const { t } = useTranslation('delegations');
  const [creating, setCreating] = useState(false);
  const [ended, setEnded] = useState(false);
  const [page, setPage] = useState(1);
  return (
    <Flex vertical gap={12}>
      <Flex wrap gap={12} align="center">
        <Button onClick={() => setCreating(true)}>{t('createFor')}</Button>
        <Checkbox checked={ended} onChange={({ target }) => { setEnded(target.checked); setPage(1); }}>{t('showAll')}</Checkbox>
      </Flex>
      {creating && <NewDelegation forOthers onClose={() => setCreating(false)} />}
      <QueryState query={useAllDelegations(ended ? 'all' : 'current', page)}>
        {({ delegations, total }) => <><DelegationCards delegations={delegations} none="all" /><Pagination current={page} pageSize={PAGE_SIZE} total={total} onChange={setPage} hideOnSinglePage showSizeChanger={false} /></>}
      </QueryState>
    </Flex>
  );
}
