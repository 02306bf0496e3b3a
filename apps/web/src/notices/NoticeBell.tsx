import { BellOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Badge, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../inbox/queries.js';

/** How many notices are unread. */
export function NoticeBell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const unread = useNotices().data?.unread ?? 0;
  return <Badge count={unread} size="small" offset={[-8, 8]} overflowCount={99}><Button type="text" icon={<BellOutlined />} aria-label={`${t('nav.notices')} ${unread}`} onClick={() => void navigate({ to: '/notices' })} /></Badge>;
}
