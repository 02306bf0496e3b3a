import type { DefinitionVersionView } from '@fairmark/contracts/approvals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import type { EditedDocument } from './document.js';

/** Begins a draft of a definition: a new one, or the next version. */
export const createDraft = (id: string, document: EditedDocument): Promise<DefinitionVersionView> => request('POST', '/approval-definitions', { body: { id, document } });

/** What is done with a version: save, publish, drop, retire, and beginning the next one. */
export function useDefinitionActs(id: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['approval-definitions'] });
  const path = `/approval-definitions/${id}`;
  return {
    save: useMutation({ mutationFn: ({ document, changedAt }: { document: EditedDocument; changedAt: string | null }) => request<DefinitionVersionView>('PUT', `${path}/draft`, { body: { document, ...(changedAt ? { changedAt } : {}) } }), onSettled }),
    drop: useMutation({ mutationFn: () => request('DELETE', `${path}/draft`), onSettled }),
    move: useMutation({ mutationFn: ({ version, to }: { version: number; to: 'publish' | 'retire' }) => request<DefinitionVersionView>('POST', `${path}/versions/${version}/${to}`), onSettled }),
    next: useMutation({ mutationFn: (document: EditedDocument) => createDraft(id, document), onSettled }),
  };
}
