import type { CaseList, CaseView, SearchCases } from '@fairmark/contracts/cases';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read, request } from '../api/client.js';

/** Cases that match; what is typed goes in a body, so that it stands in no address and no log. */
export const useCases = (query: Partial<SearchCases>) => useQuery({ queryKey: ['cases', 'search', query], queryFn: () => request<CaseList>('POST', '/cases/search', { body: query }), placeholderData: keepPreviousData });

/** Cases like a text; nothing is asked without one. */
export const useSimilarCases = (text: string) => useQuery({ queryKey: ['cases', 'similar', text], queryFn: () => request<CaseList>('POST', '/cases/similar', { body: { text: text.slice(0, 4_000) } }), enabled: text.trim() !== '' });

export const useCase = (id: string | null) => useQuery({ queryKey: ['cases', id], queryFn: ({ signal }) => read<CaseView>(`/cases/${String(id)}`, signal), enabled: id !== null });
