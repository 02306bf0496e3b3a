import type { AppealTask, AppealView } from '@fairmark/contracts/appeals';
import { Card, Flex } from 'antd';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { AdmitTask } from './AdmitTask.js';
import { DeliberationTask } from './DeliberationTask.js';
import { PapersTask } from './PapersTask.js';
import { SecondLevelTask } from './SecondLevelTask.js';
import { StatementTask } from './StatementTask.js';
import { VoteTask } from './VoteTask.js';

export interface TaskProps {
  appeal: AppealView;
  task: AppealTask;
}

const panels: Record<string, ComponentType<TaskProps>> = { admissibility: AdmitTask, statement: StatementTask, papers: PapersTask, vote: DeliberationTask, secondLevelVote: DeliberationTask, secondLevelFiling: SecondLevelTask };

/** What the case waits for from the reader. */
export function TaskCards({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals');
  return (
    <Flex vertical gap={16}>
      {appeal.myTasks.map((task) => {
        const Panel = task.actions.includes('vote') ? VoteTask : panels[task.step];
        return Panel && <Card key={task.visitId} title={t(`steps:step.${task.step}`)} style={{ borderColor: 'var(--ant-color-primary, #1677ff)' }}><Panel appeal={appeal} task={task} /></Card>;
      })}
    </Flex>
  );
}
