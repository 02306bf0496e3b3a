import type { PersonRef } from '@fairmark/contracts/common';
import type { ScoringGridRow } from '@fairmark/contracts/scoring';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { decideVisit } from '../api/decisions.js';
import { asProblem, type Problem } from '../api/problem.js';
import { isComplete, scoresToSend, startScores } from './scoreValues.js';

/** What became of everybody's scores: how many were taken in, and whose were refused and why. */
export interface SubmittedAll {
  submitted: number;
  refused: { reviewId: string; employee: PersonRef; problem: Problem }[];
}

/**
 * Submits everybody whose judged items all have points in the saved draft, one after the other. A refusal concerns one person and stops nobody else;
 * pressing again sends what is left, and the same scores under the same key when nobody knows whether they arrived.
 */
export function useSubmitAll(readRows: () => Promise<readonly ScoringGridRow[]>) {
  const client = useQueryClient();
  const unknown = useRef(new Map<string, string>());
  const send = async (visitId: string, row: ScoringGridRow): Promise<void> => {
    const body = scoresToSend(row, startScores(row));
    const intention = JSON.stringify([visitId, body]);
    const key = unknown.current.get(intention) ?? crypto.randomUUID();
    unknown.current.set(intention, key);
    try {
      await decideVisit(visitId, 'submit', body, key);
      unknown.current.delete(intention);
    } catch (error) {
      const problem = asProblem(error);
      if (!problem.outcomeUnknown) unknown.current.delete(intention);
      throw problem;
    }
  };
  return useMutation<SubmittedAll, Problem>({
    mutationFn: async () => {
      const outcome: SubmittedAll = { submitted: 0, refused: [] };
      for (const row of (await readRows()).filter(isComplete)) {
        if (!row.visitId) continue;
        try {
          await send(row.visitId, row);
          outcome.submitted += 1;
        } catch (problem) {
          outcome.refused.push({ reviewId: row.reviewId, employee: row.employee, problem: asProblem(problem) });
        }
      }
      return outcome;
    },
    onSettled: () => client.invalidateQueries(),
  });
}
