import type { VisitView } from '@fairmark/contracts/inbox';
import { Flex } from 'antd';
import { VisitOperators } from '../approvals/case/VisitOperators.js';
import { GateForm } from './GateForm.js';
import { TextAct } from './TextAct.js';

/** What the open visit of a rollout asks for. */
export function RolloutVisit({ visit }: { visit: VisitView }) {
  if (visit.actions.length === 0) return null;
  switch (visit.step) {
    case 'phaseStep': return <TextAct visitId={visit.id} action="complete" field="note" optional />;
    case 'gateAgain': return <TextAct visitId={visit.id} action="ask" field="note" optional />;
    case 'gateCondition': return <TextAct visitId={visit.id} action="closeCondition" field="evidence" />;
    case 'gate': return <GateForm visit={visit} />;
    case 'planReview': return <Flex vertical gap={12}><VisitOperators visitId={visit.id}>{null}</VisitOperators></Flex>;
    default: return null;
  }
}
