import type { HistoryKind, HistoryView } from '@fairmark/contracts/history';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

/** A review or an approval as it was at an instant. */
export function useHistory(kind: HistoryKind, id: string, at: string) {
  return useQuery({ queryKey: ['history', kind, id, at], queryFn: ({ signal }) => read<HistoryView>(`/history/${kind}/${id}?at=${encodeURIComponent(at)}`, signal), placeholderData: keepPreviousData });
}
