import type { CommunityList, DepartmentList, EmployeeList, OrgImportList, OrgImportView, PeopleFound, Readiness, RoleGrantList } from '@fairmark/contracts/org';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';
import type { PeopleNarrowed } from './PeopleFilter.js';

/** Imports, newest first. */
export const useImports = () => useQuery({ queryKey: ['org', 'imports'], queryFn: ({ signal }) => read<OrgImportList>('/org/imports', signal) });

/** One import; while the server works on it the progress is followed. */
export function useImport(importId: string) {
  return useQuery({
    queryKey: ['org', 'import', importId],
    queryFn: ({ signal }) => read<OrgImportView>(`/org/imports/${importId}`, signal),
    refetchInterval: (query) => (['checking', 'applying'].includes(query.state.data?.state ?? '') ? 800 : false),
  });
}

/** A page of people. */
export function useEmployees(search: string, page: number, narrowed: PeopleNarrowed) {
  const query = new URLSearchParams({ page: String(page), pageSize: '20', ...(search ? { search } : {}), ...narrowed });
  return useQuery({ queryKey: ['org', 'employees', query.toString()], queryFn: ({ signal }) => read<EmployeeList>(`/org/employees?${query.toString()}`, signal), placeholderData: keepPreviousData });
}

/** All departments. */
export const useDepartments = () => useQuery({ queryKey: ['org', 'departments'], queryFn: ({ signal }) => read<DepartmentList>('/org/departments', signal) });

/** A page of communities, of all or of those that nobody operates. */
export function useCommunities(page: number, idle: boolean) {
  const query = new URLSearchParams({ page: String(page), pageSize: '20', ...(idle ? { missing: 'operator' } : {}) });
  return useQuery({ queryKey: ['org', 'communities', query.toString()], queryFn: ({ signal }) => read<CommunityList>(`/org/communities?${query.toString()}`, signal), placeholderData: keepPreviousData });
}

/** Stored roles. */
export const useRoles = () => useQuery({ queryKey: ['org', 'roles'], queryFn: ({ signal }) => read<RoleGrantList>('/org/roles', signal) });

/** What is missing before the first cycle. */
export const useReadiness = () => useQuery({ queryKey: ['org', 'readiness'], queryFn: ({ signal }) => read<Readiness>('/org/readiness', signal) });

/** People by a part of their name. */
export function usePeople(search: string) {
  return useQuery({ queryKey: ['org', 'people', search], queryFn: ({ signal }) => read<PeopleFound>(`/org/people?search=${encodeURIComponent(search)}`, signal), enabled: search.trim() !== '' });
}
