import type { InboxBox, InboxPage, NoticesPage, VisitView } from '@fairmark/contracts/inbox';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

/** One page of a box. */
export function useInbox(box: InboxBox, page: number) {
  return useQuery({ queryKey: ['inbox', box, page], queryFn: ({ signal }) => read<InboxPage>(`/inbox?box=${box}&page=${page}`, signal), placeholderData: keepPreviousData });
}

/** One visit: what it waits for, for whom, why and until when. */
export function useVisit(visitId: string) {
  return useQuery({ queryKey: ['visit', visitId], queryFn: ({ signal }) => read<VisitView>(`/visits/${visitId}`, signal) });
}

/** Notices of the signed-in person, newest first. */
export const useNotices = () => useQuery({ queryKey: ['notices'], queryFn: ({ signal }) => read<NoticesPage>('/notices?page=1', signal) });
