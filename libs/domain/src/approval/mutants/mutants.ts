/** One line of the engine changed for the worse. `from` stands exactly once in the file. */
export interface Mutant {
  name: string;
  file: string;
  from: string;
  to: string;
}

/** Defects that somebody might bring in with one line. Every one of them has to be noticed by the tests of the engine. */
export const mutants: readonly Mutant[] = [
  { name: 'theSubmitterApproves', file: 'parties.ts', from: 'return new Set([...subjectIds, ...submitter, ...excludedIds]);', to: 'return new Set([...subjectIds, ...excludedIds]);' },
  { name: 'aVotePassesAtTheThreshold', file: 'weighing.ts', from: "if (approved > threshold) return 'approved';", to: "if (approved >= threshold) return 'approved';" },
  { name: 'aSubstituteFillsTwoPlaces', file: 'tasks.ts', from: 'if (hasPart(visit, actorId, forId)) throw', to: 'if (hasPart(visit, actorId, actorId) && actorId === forId) throw' },
  { name: 'theAddedAddAgain', file: 'adding.ts', from: 'if (task.addedBy !== null) throw', to: "if (task.addedBy === '') throw" },
  { name: 'aReminderFiresOnce', file: 'timeout.ts', from: "run.effects.push({ type: 'rearm', taskId: task.id, duration });", to: "if (task.extensions > 0) run.effects.push({ type: 'rearm', taskId: task.id, duration });" },
  { name: 'takeBackOverwritesTheNextDecision', file: 'takeBack.ts', from: "if (followed.some((one) => hasActed(one.tasks) || !['open', 'approved', 'copied'].includes(one.status))) throw", to: "if (followed.some((one) => one.status === 'withdrawn')) throw" },
  { name: 'theLosersOfAnAnyOfStay', file: 'visits.ts', from: "if (node.type === 'anyOf') closeLosers(run, visit);", to: "if (node.type === 'allOf') closeLosers(run, visit);" },
  { name: 'anOldClockIsInherited', file: 'change.ts', from: 'task.openedAt = run.at;', to: 'task.openedAt = run.state.startedAt;' },
  { name: 'parallelBranchesDoNotJoin', file: 'flow.ts', from: 'node.branches.map((branch) => walk(run, branch.nodes, reached)).every(Boolean);', to: 'node.branches.map((branch) => walk(run, branch.nodes, reached)).some(Boolean);' },
  { name: 'queuedTasksOutliveTheirVisit', file: 'change.ts', from: "for (const task of visit.tasks) if (isPending(task)) closeTask(run, visit, task, 'notNeeded');", to: "for (const task of visit.tasks) if (task.status === 'open') closeTask(run, visit, task, 'notNeeded');" },
  { name: 'aCopyShowsScores', file: 'visible.ts', from: "{ as: 'copied', scores: false }", to: "{ as: 'copied', scores: true }" },
  { name: 'aReturnKeepsApprovals', file: 'returns.ts', from: "(then === 'rerun' && (visit === from || later(visit.nodeId)))", to: "(then === 'rerun' && visit === from)" },
];
