import type { PlanDocument, PlanDraftSaved, PlanFinding, PlanOverride, PlanVersionView } from '@fairmark/contracts/plans';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { request } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { DraftSaver, type DraftState } from '../../ui/draftSaver.js';
import { shapeFindings } from './paths.js';

interface Content {
  document: PlanDocument;
  overrides: PlanOverride[];
}

/**
 * A draft while it is edited. It is saved while somebody types, and the answer carries what the rules find: there is no saved state that nobody
 * checked. A document with an empty field is not sent; a draft that somebody else saved first is not sent again until it is loaded anew.
 */
export function useDraftEditor(version: PlanVersionView) {
  const [content, setContent] = useState<Content>({ document: version.document, overrides: version.overrides });
  const [found, setFound] = useState<readonly PlanFinding[]>(version.findings);
  const [state, setState] = useState<DraftState>('idle');
  const [conflict, setConflict] = useState<Problem | null>(null);
  const revision = useRef(version.revision);
  const lost = useRef(false);
  const path = `/plans/${encodeURIComponent(version.plan.code)}/versions/${version.no}`;
  const send = useCallback(async (body: Content) => {
    if (lost.current) return;
    try {
      const saved = await request<PlanDraftSaved>('PUT', path, { body: { ...body, revision: revision.current } });
      revision.current = saved.revision;
      setFound(saved.findings);
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'NETWORK.UNREACHABLE') throw error;
      lost.current = true;
      setConflict(error);
    }
  }, [path]);
  const saver = useMemo(() => new DraftSaver<Content>(send, setState), [send]);
  useEffect(() => {
    saver.enter();
    return () => saver.leave();
  }, [saver]);
  const change = (next: Content) => {
    setContent(next);
    if (shapeFindings(next.document).length === 0) saver.save(next);
  };
  const shape = useMemo(() => shapeFindings(content.document), [content.document]);
  return {
    ...content, state, conflict, incomplete: shape.length > 0, findings: [...shape, ...found],
    change: (document: PlanDocument) => change({ ...content, document }),
    override: (next: PlanOverride) => change({ ...content, overrides: [...content.overrides.filter((one) => one.code !== next.code || one.path !== next.path), next] }),
  };
}

export type DraftEditor = ReturnType<typeof useDraftEditor>;
