import type { DelegationList, MyDelegations } from '@fairmark/contracts/delegations';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

/** What I gave to others, and others to me. */
export const useMyDelegations = () => useQuery({ queryKey: ['delegations', 'mine'], queryFn: ({ signal }) => read<MyDelegations>('/delegations', signal) });

/** Delegations of the people of HR's scope, a page at a time. */
export function useAllDelegations(state: 'current' | 'all', page: number) {
  return useQuery({ queryKey: ['delegations', 'all', state, page], queryFn: ({ signal }) => read<DelegationList>(`/delegations/all?state=${state}&page=${page}`, signal), placeholderData: keepPreviousData });
}
