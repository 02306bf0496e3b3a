import type { ProgressView, ScoreView, ScoringGrid } from '@fairmark/contracts/scoring';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

/** How indicator values and computed scores stand today. */
export function useProgress(reviewId: string) {
  return useQuery({ queryKey: ['review', reviewId, 'progress'], queryFn: ({ signal }) => read<ProgressView>(`/reviews/${reviewId}/progress`, signal) });
}

/** How a score came about, as far as the reader may see it. */
export function useScore(reviewId: string) {
  return useQuery({ queryKey: ['review', reviewId, 'score'], queryFn: ({ signal }) => read<ScoreView>(`/reviews/${reviewId}/score`, signal) });
}

/** All own reports side by side. */
export function useScoringGrid(cycleId: string) {
  return useQuery({ queryKey: ['scoring', cycleId], queryFn: ({ signal }) => read<ScoringGrid>(`/scoring/grid?cycleId=${cycleId}`, signal) });
}
