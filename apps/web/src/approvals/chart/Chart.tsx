import type { ApprovalNodeInput } from '@fairmark/contracts/approvals';
import { Fragment, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../designer/places.js';
import { Branches } from './Branches.js';
import './chart.css';

/** What a chart draws besides the flow itself. */
export interface ChartParts {
  /** The box of a step, a copy, or the head of a block. */
  box: (node: ApprovalNodeInput, place: Place) => ReactNode;
  /** The box at the head of a branch; `index` is null for the default of a condition. */
  branch: (node: ApprovalNodeInput, place: Place, index: number | null) => ReactNode;
  /** What stands on the line before position `index` of a sequence. */
  gap?: (list: Place, index: number) => ReactNode;
}

/** An approval as people know it: from the submitter downwards, branches beside each other, to the end. */
export function Chart({ nodes, label, ...parts }: ChartParts & { nodes: readonly ApprovalNodeInput[]; label: string }) {
  const { t } = useTranslation('approvals');
  const box = useRef<HTMLDivElement>(null);
  const [wider, setWider] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWider(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} className="flow-scroll" role="region" aria-label={label} {...(wider ? { tabIndex: 0 } : {})}>
      <div className="flow">
        <div className="flow-end">{t('chart.start')}</div>
        <Sequence nodes={nodes} list={['nodes']} parts={parts} />
        <div className="flow-end">{t('chart.end')}</div>
      </div>
    </div>
  );
}

/** Nodes below each other, with a line before each and after the last. */
export function Sequence({ nodes, list, parts }: { nodes: readonly ApprovalNodeInput[]; list: Place; parts: ChartParts }) {
  return (
    <>
      {nodes.map((node, index) => (
        <Fragment key={`${node.id} ${index}`}>
          <Line list={list} index={index} parts={parts} />
          <Branches node={node} place={[...list, index]} parts={parts} />
        </Fragment>
      ))}
      <Line list={list} index={nodes.length} parts={parts} last={list.length > 1} />
    </>
  );
}

/** A line; the last one of a branch grows, so that all branches end at the same height. */
function Line({ list, index, parts, last = false }: { list: Place; index: number; parts: ChartParts; last?: boolean }) {
  return <div className={`flow-line${last ? ' grow' : ''}${parts.gap ? ' add' : ''}`}>{parts.gap?.(list, index)}</div>;
}
