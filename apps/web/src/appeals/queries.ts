import type { Appealable, AppealLines, AppealView, PaperList, PaperView } from '@fairmark/contracts/appeals';
import { useQuery } from '@tanstack/react-query';
import { read, request } from '../api/client.js';

/** Appeals with which the reader has to do. */
export const useAppeals = () => useQuery({ queryKey: ['appeals'], queryFn: ({ signal }) => read<AppealLines>('/appeals', signal) });

/** One case as the reader may see it. */
export const useAppeal = (id: string) => useQuery({ queryKey: ['appeals', id], queryFn: ({ signal }) => read<AppealView>(`/appeals/${id}`, signal) });

/** What of a result can be contested now. */
export const useAppealable = (reviewId: string) => useQuery({ queryKey: ['appealable', reviewId], queryFn: ({ signal }) => read<Appealable>(`/reviews/${reviewId}/appealable`, signal) });

/** Own papers that are not handed in yet. */
export const usePapers = (reviewId: string) => useQuery({ queryKey: ['papers', reviewId], queryFn: ({ signal }) => read<PaperList>(`/reviews/${reviewId}/papers`, signal) });

export function uploadPaper(reviewId: string, file: File): Promise<PaperView> {
  const form = new FormData();
  form.append('file', file);
  return request('POST', `/reviews/${reviewId}/papers`, { form });
}

export const dropPaper = (reviewId: string, paperId: string): Promise<PaperList> => request('DELETE', `/reviews/${reviewId}/papers/${paperId}`);

/** Where a paper is downloaded; the session's cookie goes along. */
export const paperAddress = (reviewId: string, paperId: string): string => `/api/reviews/${reviewId}/papers/${paperId}`;
