import { Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../identity/session.js';
import { PageTitle } from '../ui/PageTitle.js';
import { QueryState } from '../ui/QueryState.js';
import { Sections } from '../ui/Sections.js';
import { AllDelegations } from './AllDelegations.js';
import { DelegationCards } from './DelegationCards.js';
import { NewDelegation } from './NewDelegation.js';
import { useMyDelegations } from './queries.js';

/** Standing substitutes 委托: mine, those given to me, and for HR those of others. */
export function DelegationsPage() {
  const { t } = useTranslation('delegations');
  const [creating, setCreating] = useState(false);
  const isHr = useSession().data?.roles.some((grant) => grant.role === 'hr') ?? false;
  const mine = useMyDelegations();
  return (
    <Flex vertical gap={12}>
      <PageTitle title={t('title')}><Button type="primary" onClick={() => setCreating(true)}>{t('create')}</Button></PageTitle>
      <Typography.Text type="secondary">{t('note')}</Typography.Text>
      {creating && <NewDelegation onClose={() => setCreating(false)} />}
      <Sections
        sections={[
          { key: 'given', label: t('tab.given'), content: <QueryState query={mine}>{({ given }) => <DelegationCards delegations={given} none="given" />}</QueryState> },
          { key: 'received', label: t('tab.received'), content: <QueryState query={mine}>{({ received }) => <DelegationCards delegations={received} none="received" />}</QueryState> },
          ...(isHr ? [{ key: 'all', label: t('tab.all'), content: <AllDelegations /> }] : []),
        ]}
      />
    </Flex>
  );
}
