import { Button, Empty, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../ui/PageTitle.js';
import { QueryState } from '../ui/QueryState.js';
import { NewRobot } from './NewRobot.js';
import { RobotCard } from './RobotCard.js';
import { useRobots } from './queries.js';

/** Robots of group chats: which there are, whether their messages arrive, and how to add one. */
export function RobotsPage() {
  const { t } = useTranslation('robots');
  const [creating, setCreating] = useState(false);
  return (
    <Flex vertical gap={12}>
      <PageTitle title={t('title')}><Button type="primary" onClick={() => setCreating(true)}>{t('create')}</Button></PageTitle>
      <Typography.Text type="secondary">{t('note')}</Typography.Text>
      {creating && <NewRobot onClose={() => setCreating(false)} />}
      <QueryState query={useRobots()} isEmpty={({ channels }) => channels.length === 0} empty={<Empty description={t('none')} />}>
        {({ channels }) => <Flex vertical gap={8}>{channels.map((channel) => <RobotCard key={channel.id} channel={channel} />)}</Flex>}
      </QueryState>
    </Flex>
  );
}
