import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../ui/PageTitle.js';
import { QueryState } from '../ui/QueryState.js';
import { useTeam } from './queries.js';
import { ReviewList } from './ReviewList.js';

/** Where every report's review stands and for whom it waits. */
export function TeamPage() {
  const { t } = useTranslation('reviews');
  const team = useTeam();
  return (
    <QueryState query={team}>
      {({ reviews }) => {
        const cycleId = reviews.find((review) => review.step === 'scoring')?.cycle.id;
        return (
          <>
            <PageTitle title={t('team')}>
              {cycleId && <Link to="/scoring/$cycleId" params={{ cycleId }}><Button type="primary">{t('scoreAll')}</Button></Link>}
            </PageTitle>
            <ReviewList reviews={reviews} by="employee" />
          </>
        );
      }}
    </QueryState>
  );
}
