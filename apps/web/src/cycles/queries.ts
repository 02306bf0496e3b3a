import type { CycleList, CycleView, DeadlineMoveItems, DeadlineMoveList, DeadlineMovePreview, HrRequestList, PopulationPreview, PreflightView, PreviewDeadlineMove } from '@fairmark/contracts/cycles';
import type { PlanList } from '@fairmark/contracts/plans';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { read, request } from '../api/client.js';

/** All cycles in the reader's scope, newest first. */
export const useCycles = () => useQuery({ queryKey: ['cycles'], queryFn: ({ signal }) => read<CycleList>('/cycles', signal) });

/** One cycle with its live progress; a launch is watched by the second. */
export function useCycle(cycleId: string) {
  return useQuery({
    queryKey: ['cycle', cycleId],
    queryFn: ({ signal }) => read<CycleView>(`/cycles/${cycleId}`, signal),
    refetchInterval: (query) => (query.state.data?.state === 'launching' ? 1_000 : false),
  });
}

/** What the preflight finds about a draft. */
export function usePreflight(cycleId: string, enabled: boolean) {
  return useQuery({ queryKey: ['cycle', cycleId, 'preflight'], queryFn: ({ signal }) => read<PreflightView>(`/cycles/${cycleId}/preflight`, signal), enabled });
}

/** A page of the people of a draft. */
export function usePopulation(cycleId: string, takingPart: boolean, offset: number) {
  return useQuery({
    queryKey: ['cycle', cycleId, 'population', takingPart, offset],
    queryFn: ({ signal }) => read<PopulationPreview>(`/cycles/${cycleId}/population?takingPart=${takingPart}&offset=${offset}&limit=20`, signal),
  });
}

/** Acts on more than 20 people that wait for a second HR person. */
export function useHrRequests(cycleId: string) {
  return useQuery({ queryKey: ['cycle', cycleId, 'requests'], queryFn: ({ signal }) => read<HrRequestList>(`/cycles/${cycleId}/requests`, signal) });
}

/** Plans with their versions. */
export const usePlans = () => useQuery({ queryKey: ['plans'], queryFn: ({ signal }) => read<PlanList>('/plans', signal) });

/** What a move of deadlines would do to each of them; nothing is moved. */
export const useMovePreview = (cycleId: string) => useMutation({ mutationFn: (body: PreviewDeadlineMove) => request<DeadlineMovePreview>('POST', `/cycles/${cycleId}/deadlines/preview`, { body }) });

/** Moves that were made; while reviews are told of one it is followed. */
export function useDeadlineMoves(cycleId: string) {
  return useQuery({
    queryKey: ['cycle', cycleId, 'deadline-moves'], queryFn: ({ signal }) => read<DeadlineMoveList>(`/cycles/${cycleId}/deadline-moves`, signal),
    refetchInterval: (query) => (query.state.data?.moves.some(({ pending }) => pending > 0) ? 2_000 : false),
  });
}

/** The result of a move for each deadline, a page at a time. */
export function useMoveItems(cycleId: string, moveId: string, page: number) {
  return useQuery({ queryKey: ['cycle', cycleId, 'deadline-moves', moveId, page], queryFn: ({ signal }) => read<DeadlineMoveItems>(`/cycles/${cycleId}/deadline-moves/${moveId}?page=${page}&pageSize=20`, signal), placeholderData: keepPreviousData });
}
