import { useTranslation } from 'react-i18next';
import { PageTitle } from '../ui/PageTitle.js';
import { Sections } from '../ui/Sections.js';
import { CalendarChanges } from './CalendarChanges.js';
import { PersonSection } from './PersonSection.js';
import { YearSection } from './YearSection.js';

/** Calendars in which deadlines are counted: of countries with the company's own days, and of people. */
export function CalendarPage() {
  const { t } = useTranslation('calendar');
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Sections
        sections={[
          { key: 'year', label: t('tab.year'), content: <YearSection /> }, { key: 'person', label: t('tab.person'), content: <PersonSection /> }, { key: 'changes', label: t('tab.changes'), content: <CalendarChanges /> },
        ]}
      />
    </>
  );
}
