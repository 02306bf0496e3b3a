import type { ChangeView, TaskMove } from '@fairmark/contracts/changes';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Card, Empty, Flex, Pagination, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';
import { showInstant } from '../ui/format.js';
import { PageTitle } from '../ui/PageTitle.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { ChangeFacts } from './ChangeFacts.js';
import { ChangeProgress } from './ChangeProgress.js';
import { changeTitle } from './changeTitle.js';
import { PolicyWords } from './PolicyWords.js';
import { useChange, useMoves } from './queries.js';

/** One change: how far it is, and every task that it moved, with why. */
export function ChangePage() {
  const { changeId } = useParams({ strict: false }) as { changeId: string };
  return <QueryState query={useChange(changeId)}>{(change) => <Change change={change} />}</QueryState>;
}

function Change({ change }: { change: ChangeView }) {
  const { t } = useTranslation('changes');
  const { state, done, total } = change;
  return (
    <Flex vertical gap={16}>
      <PageTitle title={changeTitle(t, change)}><ChangeProgress change={change} /><Link to="/changes"><Button>{t('all')}</Button></Link></PageTitle>
      <Card size="small">
        <ChangeFacts change={change} />
        {state === 'scheduled' ? <div>{t('scheduledNote')}</div> : <div><PolicyWords policies={change.policies} /></div>}
        {state === 'applying' && total > 0 && <Progress percent={Math.floor((done * 100) / total)} format={() => `${done} / ${total}`} />}
      </Card>
      {state !== 'scheduled' && <Moves id={change.id} done={done} />}
    </Flex>
  );
}

function Moves({ id, done }: { id: string; done: number }) {
  const { t } = useTranslation('changes');
  const [page, setPage] = useState(1);
  return (
    <Card size="small" title={t('moves.title')}>
      <QueryState query={useMoves(id, page, done)} isEmpty={({ total }) => total === 0} empty={<Empty description={t('moves.none')} />}>
        {({ moves, total }) => (
          <>
            {moves.map((move) => <Move key={`${move.visitId} ${move.from.id} ${move.at}`} move={move} />)}
            <Pagination current={page} pageSize={20} total={total} onChange={setPage} hideOnSinglePage showSizeChanger={false} style={{ marginBlockStart: 8 }} />
          </>
        )}
      </QueryState>
    </Card>
  );
}

function Move({ move }: { move: TaskMove }) {
  const { t } = useTranslation('changes');
  const title = [t(`steps:step.${move.step}`), move.subject && personName(move.subject)].filter(Boolean).join(' · ');
  const from = personName(move.from);
  const what = move.to ? t('outcome.movesTo', { from, to: personName(move.to) }) : t('outcome.ends', { from });
  return <FactLine title={<Link to="/visits/$visitId" params={{ visitId: move.visitId }}>{title}</Link>} facts={[what, t('because', { why: t(`steps:why.${move.why}`, { defaultValue: move.why }) }), t(`policy.${move.policy}`), showInstant(move.at)]} />;
}
