import type { ApprovalUses, ApprovalView, DefinitionDifferences, DefinitionList, DefinitionVersionView } from '@fairmark/contracts/approvals';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

/** All definitions with their versions. */
export const useDefinitions = () => useQuery({ queryKey: ['approval-definitions'], queryFn: ({ signal }) => read<DefinitionList>('/approval-definitions', signal) });

/** One version with its document and findings. */
export function useDefinitionVersion(id: string, version: number | undefined) {
  return useQuery({
    queryKey: ['approval-definitions', id, version],
    queryFn: ({ signal }) => read<DefinitionVersionView>(`/approval-definitions/${id}/versions/${String(version)}`, signal),
    enabled: version !== undefined,
  });
}

/** Where two versions differ. */
export function useDifferences(id: string, from: number | undefined, to: number | undefined) {
  return useQuery({
    queryKey: ['approval-definitions', id, 'differences', from, to],
    queryFn: ({ signal }) => read<DefinitionDifferences>(`/approval-definitions/${id}/differences?from=${String(from)}&to=${String(to)}`, signal),
    enabled: from !== undefined && to !== undefined && from !== to,
  });
}

/** Which definition each purpose uses. */
export const useApprovalUses = () => useQuery({ queryKey: ['approval-uses'], queryFn: ({ signal }) => read<ApprovalUses>('/approval-uses', signal) });

/** One approval as its reader may see it. */
export function useApproval(id: string | null | undefined) {
  return useQuery({ queryKey: ['approval', id], queryFn: ({ signal }) => read<ApprovalView>(`/approvals/${String(id)}`, signal), enabled: Boolean(id) });
}
