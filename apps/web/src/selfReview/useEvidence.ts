import type { PaperView } from '@fairmark/contracts/appeals';
import type { SelfReviewEvidence } from '@fairmark/contracts/reviews';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, Problem } from '../api/problem.js';
import { upload } from '../api/upload.js';
import { dropPaper, usePapers } from '../appeals/queries.js';

const MAX_BYTES = 20 * 1024 * 1024;

/** A file on its way, or one that was refused. */
export interface Sending {
  name: string;
  percent: number;
  problem?: Problem;
}

export type EvidenceFile = Pick<SelfReviewEvidence, 'id' | 'name' | 'size'>;

/** Files of the review that a self-review can name: those uploaded now, and those that went along when it was sent back. */
export function useEvidenceFiles(reviewId: string, handedIn: readonly EvidenceFile[]): { files: EvidenceFile[]; isKnown: boolean } {
  const papers = usePapers(reviewId);
  return { files: [...(papers.data?.papers ?? []), ...handedIn], isKnown: papers.isSuccess };
}

/** Uploads files one after the other, each with its progress or its refusal, and takes them away again. */
export function useEvidence(reviewId: string) {
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending[]>([]);
  const again = () => client.invalidateQueries({ queryKey: ['papers', reviewId] });
  const note = (name: string, change: Partial<Sending>) => setSending((known) => [...known.filter((one) => one.name !== name), { name, percent: 0, ...change }]);
  const done = (name: string) => setSending((known) => known.filter((one) => one.name !== name));
  const send = async (file: File): Promise<PaperView | undefined> => {
    if (file.size > MAX_BYTES) return void note(file.name, { problem: new Problem({ code: 'APPEAL.PAPER_TOO_LARGE', status: 413 }) });
    note(file.name, { percent: 0 });
    try {
      const paper = await upload<PaperView>(`/reviews/${reviewId}/papers`, file, (percent) => note(file.name, { percent }));
      await again();
      done(file.name);
      return paper;
    } catch (error) {
      note(file.name, { problem: asProblem(error) });
      return undefined;
    }
  };
  const drop = async (file: EvidenceFile): Promise<boolean> => {
    try {
      await dropPaper(reviewId, file.id);
      return true;
    } catch (error) {
      const problem = asProblem(error);
      // A file that went along once stays where it was handed in, and is only not named again.
      if (problem.code === 'APPEAL.PAPER_FROZEN' || problem.code === 'APPEAL.PAPER_UNKNOWN') return true;
      note(file.name, { problem });
      return false;
    } finally {
      void again();
    }
  };
  return { sending, send, drop, forget: done };
}
