import type { CalendarChangeList, CalendarChangeMade, CalendarPreview, CalendarYear, MakeCalendarChange, PersonCalendarView, PreviewCalendarChange } from '@fairmark/contracts/calendar';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, request } from '../api/client.js';

const AGAIN_MS = 2_000;

/** A year of a country: every day that is not an ordinary weekday. */
export function useYear(country: string, year: number) {
  return useQuery({ queryKey: ['calendar', 'year', country, year], queryFn: ({ signal }) => read<CalendarYear>(`/calendar/years/${country}/${year}`, signal), placeholderData: keepPreviousData });
}

/** Zone, country and leave of a person. */
export function usePersonCalendar(employeeId: string | undefined) {
  return useQuery({ queryKey: ['calendar', 'person', employeeId], queryFn: ({ signal }) => read<PersonCalendarView>(`/calendar/people/${String(employeeId)}`, signal), enabled: employeeId !== undefined });
}

/** Changes that were made; while one is spread its progress is followed. */
export function useCalendarChanges(page: number) {
  return useQuery({
    queryKey: ['calendar', 'changes', page], queryFn: ({ signal }) => read<CalendarChangeList>(`/calendar/changes?page=${page}&pageSize=20`, signal), placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.changes.some(({ state }) => state === 'applying') ? AGAIN_MS : false),
  });
}

/** Which running deadlines a change would move. */
export const useCalendarPreview = () => useMutation({ mutationFn: (body: PreviewCalendarChange) => request<CalendarPreview>('POST', '/calendar/preview', { body }) });

/** Makes a change; running deadlines follow within seconds. */
export function useCalendarChange() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (body: MakeCalendarChange) => request<CalendarChangeMade>('POST', '/calendar/changes', { body }), onSettled: () => client.invalidateQueries() });
}
