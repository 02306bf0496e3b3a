import type { AppealView } from '@fairmark/contracts/appeals';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExtendCase } from './ExtendCase.js';
import { ReplaceMember } from './ReplaceMember.js';

/** HR gives time or replaces a member of the panel; it never decides. */
export function HrButtons({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals');
  const [open, setOpen] = useState<'extend' | 'replace' | null>(null);
  const isHr = appeal.reader === 'hr' || appeal.reader === 'admitter';
  const dated = appeal.waits.filter((wait) => wait.dueAt !== null);
  const members = appeal.panel?.members ?? [];
  const close = () => setOpen(null);
  if (!isHr || appeal.step === 'closed') return null;
  return (
    <Flex wrap gap={8}>
      {dated.length > 0 && <Button onClick={() => setOpen('extend')}>{t('hr.extend')}</Button>}
      {members.length > 0 && <Button onClick={() => setOpen('replace')}>{t('hr.replace')}</Button>}
      {open === 'extend' && <ExtendCase appealId={appeal.id} waits={dated} onClose={close} />}
      {open === 'replace' && <ReplaceMember appealId={appeal.id} members={members} onClose={close} />}
    </Flex>
  );
}
