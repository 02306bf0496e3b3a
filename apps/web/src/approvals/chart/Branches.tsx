import type { ApprovalNodeInput } from '@fairmark/contracts/approvals';
import { innerLists } from '../designer/walk.js';
import type { Place } from '../designer/places.js';
import { Sequence, type ChartParts } from './Chart.js';

/** One node of the chart: its box, and below it what it holds. */
export function Branches({ node, place, parts }: { node: ApprovalNodeInput; place: Place; parts: ChartParts }) {
  const lists = innerLists(node, place);
  if (lists.length === 0) return <>{parts.box(node, place)}</>;
  if (node.type === 'subProcess') return <div className="flow-inner">{parts.box(node, place)}{lists.map((inner) => <Sequence key="inner" nodes={inner.nodes} list={inner.place} parts={parts} />)}</div>;
  return (
    <>
      {parts.box(node, place)}
      <div className="flow-line" />
      <div className="flow-branches">
        {lists.map((inner, index) => (
          <div className="flow-branch" key={inner.place.join('.')}>
            <div className="flow-line" />
            {parts.branch(node, place, node.type === 'condition' && index === lists.length - 1 ? null : index)}
            <Sequence nodes={inner.nodes} list={inner.place} parts={parts} />
          </div>
        ))}
      </div>
    </>
  );
}
