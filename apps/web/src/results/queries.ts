import type { ResultDetail } from '@fairmark/contracts/results';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

/** The published result with its window, interview and reward. */
export function useResult(reviewId: string) {
  return useQuery({ queryKey: ['review', reviewId, 'result'], queryFn: ({ signal }) => read<ResultDetail>(`/reviews/${reviewId}/result`, signal) });
}
