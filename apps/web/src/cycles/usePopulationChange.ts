import type { CycleView, PopulationFilter } from '@fairmark/contracts/cycles';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/client.js';

/** Changes who takes part in a draft; the preview and the preflight are read again. */
export function usePopulationChange(cycle: Pick<CycleView, 'id' | 'population'>) {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (part: Partial<PopulationFilter>) => request('PATCH', `/cycles/${cycle.id}`, { body: { population: { ...cycle.population, ...part } } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['cycle', cycle.id] }),
  });
  const { exclude } = cycle.population;
  return {
    change,
    leaveOut: (employeeId: string) => change.mutate({ exclude: [...new Set([...exclude, employeeId])] }),
    takeIn: (employeeId: string) => change.mutate({ exclude: exclude.filter((id) => id !== employeeId) }),
  };
}
