import type { ReviewView } from '@fairmark/contracts/reviews';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Flex } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SendLeaverLink } from '../identity/SendLeaverLink.js';
import { useIsLeaver } from '../identity/session.js';
import { PageTitle } from '../ui/PageTitle.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { Sections } from '../ui/Sections.js';
import { nameOf } from '../ui/text.js';
import { useReview } from './queries.js';
import { PhaseSteps } from './PhaseSteps.js';
import { TaskPanels } from './TaskPanels.js';
import { Timeline } from './Timeline.js';
import { ToneTag } from '../ui/ToneTag.js';

const GoalsSection = lazy(() => import('../goals/GoalsSection.js').then((m) => ({ default: m.GoalsSection })));
const ProgressSection = lazy(() => import('../scoring/ProgressSection.js').then((m) => ({ default: m.ProgressSection })));
const ScoreSection = lazy(() => import('../scoring/ScoreSection.js').then((m) => ({ default: m.ScoreSection })));
const SelfReviewSection = lazy(() => import('../selfReview/SelfReviewSection.js').then((m) => ({ default: m.SelfReviewSection })));
const ResultSection = lazy(() => import('../results/ResultSection.js').then((m) => ({ default: m.ResultSection })));
const BufferSection = lazy(() => import('../buffers/BufferSection.js').then((m) => ({ default: m.BufferSection })));

/** One review as its reader may see it: what waits for the reader first, then its parts. Somebody who left reads the result only. */
export function ReviewPage() {
  const { reviewId } = useParams({ strict: false }) as { reviewId: string };
  const query = useReview(reviewId);
  return <QueryState query={query}>{(review) => <Review review={review} />}</QueryState>;
}

function Review({ review }: { review: ReviewView }) {
  const { t } = useTranslation('reviews');
  const leaver = useIsLeaver();
  const sections = sectionsOf(review).filter(({ key }) => !leaver || key === 'result');
  const note = [nameOf(review.cycle), `${review.periodStart} – ${review.periodEnd}`, nameOf(review.department)].join(' · ');
  return (
    <Flex vertical gap={16}>
      <PageTitle title={personName(review.employee)} note={note}>
        {review.shadow && <ToneTag tone="mark">{t('shadow')}</ToneTag>}
        {!leaver && review.sections.includes('timeline') && <Link to="/reviews/$reviewId/history" params={{ reviewId: review.id }}><Button>{t('history:open')}</Button></Link>}
        <SendLeaverLink review={review} />
      </PageTitle>
      <PhaseSteps step={review.step} />
      <TaskPanels review={review} />
      <Sections sections={sections.map(({ key, content }) => ({ key, label: t(`section.${key}`), content: <Suspense>{content}</Suspense> }))} />
    </Flex>
  );
}

function sectionsOf(review: ReviewView): { key: string; content: ReactNode }[] {
  const shown = (section: ReviewView['sections'][number]): boolean => review.sections.includes(section);
  return [
    { key: 'result', content: <ResultSection review={review} />, on: shown('result') },
    { key: 'buffer', content: <BufferSection reviewId={review.id} />, on: shown('buffer') && review.bufferId !== null },
    { key: 'score', content: <ScoreSection reviewId={review.id} />, on: shown('scores') },
    { key: 'goals', content: <GoalsSection review={review} />, on: shown('sheet') || shown('goals') },
    { key: 'progress', content: <ProgressSection reviewId={review.id} />, on: shown('progress') },
    { key: 'selfReview', content: <SelfReviewSection review={review} />, on: shown('selfReview') && review.selfReview !== null },
    { key: 'timeline', content: <Timeline visits={review.timeline} />, on: shown('timeline') },
  ].filter((section) => section.on);
}
