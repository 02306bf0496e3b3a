import type { RolloutList, RolloutView } from '@fairmark/contracts/rollouts';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

export const useRollouts = () => useQuery({ queryKey: ['rollouts'], queryFn: ({ signal }) => read<RolloutList>('/rollouts', signal) });

/** Readiness is computed with every reading. */
export const useRollout = (id: string) => useQuery({ queryKey: ['rollout', id], queryFn: ({ signal }) => read<RolloutView>(`/rollouts/${id}`, signal) });
