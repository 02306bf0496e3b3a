import type { CycleList, CycleView, HrRequestList, PopulationPreview, PreflightView } from '@fairmark/contracts/cycles';
import type { PlanList } from '@fairmark/contracts/plans';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

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
