import type { QuarterList, QuarterView } from '@fairmark/contracts/pdca';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

export const useQuarters = (rolloutId: string) => useQuery({ queryKey: ['rollouts', rolloutId, 'pdca'], queryFn: ({ signal }) => read<QuarterList>(`/rollouts/${rolloutId}/pdca`, signal) });

export const useQuarter = (rolloutId: string, quarter: string) => useQuery({ queryKey: ['rollouts', rolloutId, 'pdca', quarter], queryFn: ({ signal }) => read<QuarterView>(`/rollouts/${rolloutId}/pdca/${quarter}`, signal) });
