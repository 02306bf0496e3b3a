import type { RiskList } from '@fairmark/contracts/risks';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

/** The risk register of a rollout. */
export const useRisks = (rolloutId: string) => useQuery({ queryKey: ['risks', rolloutId], queryFn: ({ signal }) => read<RiskList>(`/rollouts/${rolloutId}/risks`, signal) });
