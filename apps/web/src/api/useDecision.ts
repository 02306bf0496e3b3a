import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { actOnProcess, decideVisit, type Applied } from './decisions.js';
import { asProblem, type Problem } from './problem.js';

/** Where a decision goes: to a visit, or to a process as a whole. */
export type DecisionTarget = { visitId: string } | { kind: string; id: string };

export interface Decision {
  action: string;
  body: unknown;
}

/**
 * Sends decisions. One intention keeps its key until its answer is known: pressing again after "unknown outcome" repeats the same
 * request, and the same decision is never taken twice. Everything on screen is read again afterwards.
 */
export function useDecision(target: DecisionTarget) {
  const client = useQueryClient();
  const pending = useRef<{ intention: string; key: string } | null>(null);
  return useMutation<Applied, Problem, Decision>({
    mutationFn: async ({ action, body }) => {
      const intention = JSON.stringify([target, action, body]);
      if (pending.current?.intention !== intention) pending.current = { intention, key: crypto.randomUUID() };
      const { key } = pending.current;
      try {
        return await ('visitId' in target ? decideVisit(target.visitId, action, body, key) : actOnProcess(target.kind, target.id, action, body, key));
      } catch (error) {
        throw asProblem(error);
      }
    },
    onSuccess: () => {
      pending.current = null;
    },
    onError: (problem) => {
      if (!problem.outcomeUnknown) pending.current = null;
    },
    onSettled: () => client.invalidateQueries(),
  });
}
