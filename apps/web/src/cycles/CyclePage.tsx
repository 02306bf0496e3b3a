import type { CycleView } from '@fairmark/contracts/cycles';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { MovePlan } from '../planMoves/MovePlan.js';
import { PageTitle } from '../ui/PageTitle.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { CycleActs } from './CycleActs.js';
import { HrRequests } from './HrRequests.js';
import { Launch } from './Launch.js';
import { MoveDeadlines } from './MoveDeadlines.js';
import { Population } from './Population.js';
import { Preflight } from './Preflight.js';
import { Progress } from './Progress.js';
import { useCycle } from './queries.js';
import { ToneTag } from '../ui/ToneTag.js';

/** One cycle: before launch who takes part and what stands in the way, afterwards where everybody is. */
export function CyclePage() {
  const { cycleId } = useParams({ strict: false }) as { cycleId: string };
  return <QueryState query={useCycle(cycleId)}>{(cycle) => <Cycle cycle={cycle} />}</QueryState>;
}

function Cycle({ cycle }: { cycle: CycleView }) {
  const { t } = useTranslation('cycles');
  const draft = cycle.state === 'draft';
  return (
    <Flex vertical gap={16}>
      <PageTitle title={nameOf(cycle)} note={`${cycle.periodStart} – ${cycle.periodEnd} · ${nameOf(cycle.plan)} v${cycle.plan.no}`}>
        <ToneTag tone="info">{t(`state.${cycle.state}`)}</ToneTag>
        {!draft && <Link to="/cycles/$cycleId/publications" params={{ cycleId: cycle.id }}><Button>{t('common:nav.publications')}</Button></Link>}
      </PageTitle>
      {draft ? <><Population cycle={cycle} /><Preflight cycle={cycle} /><Launch cycle={cycle} /></> : <><Progress cycle={cycle} /><HrRequests cycleId={cycle.id} /></>}
      {cycle.state === 'running' && <><MoveDeadlines cycle={cycle} /><MovePlan cycle={cycle} /><CycleActs cycle={cycle} /></>}
    </Flex>
  );
}
