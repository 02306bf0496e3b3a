import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../ui/PageTitle.js';
import { Sections } from '../ui/Sections.js';
import { ChangeCards } from './ChangeCards.js';
import { Policies } from './Policies.js';

/** Changes in the organisation while processes run: what came, how far it is taken in, and what the policies are. */
export function ChangesPage() {
  const { t } = useTranslation('changes');
  return (
    <>
      <PageTitle title={t('title')} note={t('titleNote')}><Link to="/changes/new"><Button type="primary">{t('create')}</Button></Link></PageTitle>
      <Sections sections={[{ key: 'events', label: t('tab.events'), content: <ChangeCards /> }, { key: 'policies', label: t('tab.policies'), content: <Policies /> }]} />
    </>
  );
}
