import type { PlanDocument, PlanFinding, PlanOverride, PlanVersionView } from '@fairmark/contracts/plans';
import { useEffect, useMemo, useState } from 'react';
import type { Problem } from '../../api/problem.js';
import { DraftSaver, type DraftState } from '../../ui/draftSaver.js';
import { DraftSender, type DraftContent } from './draftSender.js';
import { shapeFindings } from './paths.js';

/**
 * A draft while it is edited. It is saved while somebody types, and the answer carries what the rules find: there is no saved state that nobody
 * checked. A document with an empty field is not sent; a draft that somebody else saved first is not sent again until it is loaded anew.
 */
export function useDraftEditor(version: PlanVersionView) {
  const [content, setContent] = useState<DraftContent>({ document: version.document, overrides: version.overrides });
  const [found, setFound] = useState<readonly PlanFinding[]>(version.findings);
  const [state, setState] = useState<DraftState>('idle');
  const [conflict, setConflict] = useState<Problem | null>(null);
  const path = `/plans/${encodeURIComponent(version.plan.code)}/versions/${version.no}`;
  const saver = useMemo(() => {
    const sender = new DraftSender(path, version.revision, setFound, setConflict);
    return new DraftSaver<DraftContent>((body) => sender.send(body), setState);
  }, [path, version.revision]);
  useEffect(() => {
    saver.enter();
    return () => saver.leave();
  }, [saver]);
  const change = (next: DraftContent) => {
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
