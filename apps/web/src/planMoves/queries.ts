import type { PlanMoveItems, PlanMoveList, PlanMovePreview, PreviewPlanMove } from '@fairmark/contracts/planMoves';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { read, request } from '../api/client.js';

/** What a move would do to each review; nothing is moved. */
export const usePlanMovePreview = (cycleId: string) => useMutation({ mutationFn: (body: PreviewPlanMove) => request<PlanMovePreview>('POST', `/cycles/${cycleId}/plan-moves/preview`, { body }) });

/** Moves that were made; while reviews are told of one it is followed. */
export function usePlanMoves(cycleId: string) {
  return useQuery({
    queryKey: ['cycle', cycleId, 'plan-moves'], queryFn: ({ signal }) => read<PlanMoveList>(`/cycles/${cycleId}/plan-moves`, signal),
    refetchInterval: (query) => (query.state.data?.moves.some(({ counts }) => (counts.pending ?? 0) > 0) ? 2_000 : false),
  });
}

/** The result of a move for each review, a page at a time. */
export function usePlanMoveItems(cycleId: string, moveId: string, page: number) {
  return useQuery({ queryKey: ['cycle', cycleId, 'plan-moves', moveId, page], queryFn: ({ signal }) => read<PlanMoveItems>(`/cycles/${cycleId}/plan-moves/${moveId}?page=${page}&pageSize=20`, signal), placeholderData: keepPreviousData });
}
