import type { DraftView } from '@fairmark/contracts/reviews';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { read, request } from '../api/client.js';
import { DraftSaver, type DraftState } from './draftSaver.js';

export type { DraftState };

/**
 * What is typed is saved while it is typed: after a pause, and at once when the page is left. Only the author reads it.
 * `kept` false: the session may not keep drafts (somebody who left), and nothing is read or saved.
 * `initial` is undefined until it is known whether there is a draft, null when there is none.
 */
export function useDraft<T extends object>(kind: string, id: string, kept = true) {
  const path = `/drafts/${kind}/${id}`;
  const stored = useQuery({ queryKey: ['draft', kind, id], queryFn: ({ signal }) => read<DraftView>(path, signal), staleTime: Infinity, enabled: kept, refetchOnWindowFocus: false });
  const [state, setState] = useState<DraftState>('idle');
  const saver = useMemo(() => new DraftSaver<T>((body) => request('PUT', path, { body: { body } }), setState), [path]);
  const save = useCallback((body: T) => (kept ? saver.save(body) : undefined), [saver, kept]);
  useEffect(() => {
    saver.enter();
    return () => saver.leave();
  }, [saver]);
  const initial = stored.data ? ((stored.data.body as T | null) ?? null) : stored.isError || !kept ? null : undefined;
  return { initial, state, save };
}
