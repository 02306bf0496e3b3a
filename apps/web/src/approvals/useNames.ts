import type { EmployeeView } from '@fairmark/contracts/org';
import { useQueries } from '@tanstack/react-query';
import { read } from '../api/client.js';
import { useDepartments } from '../org/queries.js';
import { personName } from '../ui/PersonName.js';
import { nameOf } from '../ui/text.js';
import type { Names } from './texts.js';

const NAME_STAYS_MS = 10 * 60_000;

/** Names of the people and departments that a document mentions by id. Who may not open a person sees no name. */
export function useNames(personIds: readonly string[]): Names {
  const wanted = [...new Set(personIds)];
  const people = useQueries({
    queries: wanted.map((id) => ({ queryKey: ['org', 'name', id], queryFn: ({ signal }: { signal: AbortSignal }) => read<EmployeeView>(`/org/employees/${id}`, signal), staleTime: NAME_STAYS_MS, retry: false })),
  });
  const departments = useDepartments().data?.departments ?? [];
  const department = (id: string): string | undefined => {
    const found = departments.find((one) => one.id === id);
    return found && nameOf(found);
  };
  return { person: (id) => people.map(({ data }) => data).filter((one) => one?.id === id).map((one) => one && personName(one))[0], department };
}
