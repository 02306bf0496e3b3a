import type { DefinitionFindings, DefinitionFindingView } from '@fairmark/contracts/approvals';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { request } from '../../api/client.js';
import type { EditedDocument } from './document.js';

/** Long enough that a word is checked and not every letter. */
const PAUSE_MS = 500;

function useDebounced<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

export interface Checked {
  findings: readonly DefinitionFindingView[];
  /** The findings belong to an earlier state of the document. */
  checking: boolean;
  error: unknown;
}

/** What the server says about the document while it is edited; nothing is saved by asking. `stored` counts until something is changed. */
export function useFindings(document: EditedDocument, stored: readonly DefinitionFindingView[], edited: boolean): Checked {
  const settled = useDebounced(document);
  const check = useQuery({
    queryKey: ['approval-check', settled],
    queryFn: ({ signal }) => request<DefinitionFindings>('POST', '/approval-definitions/check', { body: { document: settled }, signal }),
    enabled: edited, placeholderData: keepPreviousData, staleTime: Infinity, gcTime: 60_000,
  });
  if (!edited) return { findings: stored, checking: false, error: null };
  return { findings: check.data?.findings ?? stored, checking: settled !== document || check.isFetching, error: check.error };
}
