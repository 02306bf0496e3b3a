import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../ui/PageTitle.js';
import { QueryState } from '../ui/QueryState.js';
import { useMyReviews } from './queries.js';
import { ReviewList } from './ReviewList.js';

/** The own reviews; with a single one the page opens it. */
export function MyReviewsPage() {
  const { t } = useTranslation('reviews');
  const mine = useMyReviews();
  return (
    <QueryState query={mine}>
      {({ reviews }) => {
        const [only] = reviews;
        if (only && reviews.length === 1) return <Navigate to="/reviews/$reviewId" params={{ reviewId: only.id }} replace />;
        return (
          <>
            <PageTitle title={t('mine')} />
            <ReviewList reviews={reviews} by="cycle" />
          </>
        );
      }}
    </QueryState>
  );
}
