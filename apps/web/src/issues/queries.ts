import type { IssueList, IssueQuery, IssueRollouts, OwnIssues } from '@fairmark/contracts/issues';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

/** Rollouts that a report can be about. */
export const useIssueRollouts = () => useQuery({ queryKey: ['issues', 'rollouts'], queryFn: ({ signal }) => read<IssueRollouts>('/issues/rollouts', signal) });

/** Own reports that are not anonymous. */
export const useOwnIssues = () => useQuery({ queryKey: ['issues', 'mine'], queryFn: ({ signal }) => read<OwnIssues>('/issues', signal) });

/** Reports of a rollout, a page at a time. */
export function useIssues(rolloutId: string, state: IssueQuery['state'], page: number) {
  return useQuery({ queryKey: ['issues', rolloutId, state, page], queryFn: ({ signal }) => read<IssueList>(`/rollouts/${rolloutId}/issues?state=${state}&page=${page}`, signal), placeholderData: keepPreviousData });
}
