import type { BufferView } from '@fairmark/contracts/buffers';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

/** The buffer period of a review. */
export function useBuffer(reviewId: string) {
  return useQuery({ queryKey: ['review', reviewId, 'buffer'], queryFn: ({ signal }) => read<BufferView>(`/reviews/${reviewId}/buffer`, signal) });
}
