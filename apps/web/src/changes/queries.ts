import type { ChangeList, ChangeMade, ChangePreview, ChangeView, ImportChanges, OrganisationChange, PolicyList, TaskMoveList } from '@fairmark/contracts/changes';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { read, request } from '../api/client.js';
import { asProblem } from '../api/problem.js';

const AGAIN_MS = 2_000;
/** Its day has come, and something is still to be done: this goes on by itself. */
const goesOn = ({ state, effectiveOn }: ChangeView): boolean => state !== 'applied' && effectiveOn <= new Date().toISOString().slice(0, 10);

/** Changes of the organisation, newest first; while one is being taken in its progress is followed. */
export function useChanges(page: number) {
  return useQuery({
    queryKey: ['changes', 'list', page], queryFn: ({ signal }) => read<ChangeList>(`/changes?page=${page}&pageSize=20`, signal), placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.changes.some(goesOn) ? AGAIN_MS : false),
  });
}

/** One change and how far it is taken in. */
export function useChange(id: string) {
  return useQuery({ queryKey: ['changes', id], queryFn: ({ signal }) => read<ChangeView>(`/changes/${id}`, signal), refetchInterval: (query) => (query.state.data && goesOn(query.state.data) ? AGAIN_MS : false) });
}

/** Tasks that a change moved, with why. `done`: asked again when more processes have taken it in. */
export function useMoves(id: string, page: number, done: number) {
  return useQuery({ queryKey: ['changes', id, 'moves', page, done], queryFn: ({ signal }) => read<TaskMoveList>(`/changes/${id}/moves?page=${page}&pageSize=20`, signal), placeholderData: keepPreviousData });
}

/** Changes that an import contains; there are none before its dry run is over. */
export const useImportChanges = (importId: string, enabled: boolean) => useQuery({ queryKey: ['changes', 'import', importId], queryFn: ({ signal }) => read<ImportChanges>(`/org/imports/${importId}/changes`, signal), enabled, retry: false });

/** What each kind of process does with each kind of change. */
export const usePolicies = () => useQuery({ queryKey: ['change-policies'], queryFn: ({ signal }) => read<PolicyList>('/change-policies', signal) });

/** What a change would do; nothing is written. */
export const useChangePreview = () => useMutation({ mutationFn: (body: OrganisationChange) => request<ChangePreview>('POST', '/changes/preview', { body }) });

/** Reports a change. One intention keeps its key until its answer is known, so that it is never recorded twice. */
export function useReport() {
  const client = useQueryClient();
  const pending = useRef<{ intention: string; key: string } | null>(null);
  return useMutation({
    mutationFn: async (body: OrganisationChange) => {
      const intention = JSON.stringify(body);
      if (pending.current?.intention !== intention) pending.current = { intention, key: crypto.randomUUID() };
      return request<ChangeMade>('POST', '/changes', { body, idempotencyKey: pending.current.key });
    },
    onError: (error) => {
      if (!asProblem(error).outcomeUnknown) pending.current = null;
    },
    onSettled: () => client.invalidateQueries(),
  });
}
