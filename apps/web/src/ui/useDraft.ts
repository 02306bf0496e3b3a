import type { DraftView } from '@fairmark/contracts/reviews';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { read, request } from '../api/client.js';

export type DraftState = 'idle' | 'saving' | 'saved' | 'notSaved';

const PAUSE_MS = 800;
/** What could not be saved, because the server or the session is gone, is tried again until it is safe. */
const AGAIN_MS = 5_000;

/**
 * What is typed is saved while it is typed: after a pause, and at once when the page is left. Only the author reads it.
 * `initial` is undefined until it is known whether there is a draft, null when there is none.
 */
export function useDraft<T extends object>(kind: string, id: string) {
  const path = `/drafts/${kind}/${id}`;
  const stored = useQuery({ queryKey: ['draft', kind, id], queryFn: ({ signal }) => read<DraftView>(path, signal), staleTime: Infinity, refetchOnWindowFocus: false });
  const [state, setState] = useState<DraftState>('idle');
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; body: T } | null>(null);
  const left = useRef(false);
  const flush = useCallback(async () => {
    const next = waiting.current;
    if (!next) return;
    clearTimeout(next.timer);
    waiting.current = null;
    setState('saving');
    await request('PUT', path, { body: { body: next.body } }).then(() => setState('saved'), () => {
      setState('notSaved');
      // eslint-disable-next-line react-hooks/immutability
      if (!waiting.current && !left.current) waiting.current = { body: next.body, timer: setTimeout(() => void flush(), AGAIN_MS) };
    });
  }, [path]);
  const save = useCallback((body: T) => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = { body, timer: setTimeout(() => void flush(), PAUSE_MS) };
  }, [flush]);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      void flush();
    };
  }, [flush]);
  const initial = stored.data ? ((stored.data.body as T | null) ?? null) : stored.isError ? null : undefined;
  return { initial, state, save };
}
