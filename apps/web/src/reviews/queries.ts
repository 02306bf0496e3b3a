import type { FormerGoals, ReviewLines, ReviewView } from '@fairmark/contracts/reviews';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

/** One review as the reader may see it. */
export function useReview(reviewId: string) {
  return useQuery({ queryKey: ['review', reviewId], queryFn: ({ signal }) => read<ReviewView>(`/reviews/${reviewId}`, signal) });
}

/** The signed-in person's own reviews, newest first. */
export function useMyReviews() {
  return useQuery({ queryKey: ['reviews', 'mine'], queryFn: ({ signal }) => read<ReviewLines>('/reviews/mine', signal) });
}

/** Reviews of the signed-in manager's reports. */
export function useTeam() {
  return useQuery({ queryKey: ['team'], queryFn: ({ signal }) => read<ReviewLines>('/team', signal) });
}

/** Goals of the last cycle to copy from. */
export function useFormerGoals(reviewId: string) {
  return useQuery({ queryKey: ['review', reviewId, 'former-goals'], queryFn: ({ signal }) => read<FormerGoals>(`/reviews/${reviewId}/former-goals`, signal) });
}
