import type { CalibrationSubject, CalibrationView } from '@fairmark/contracts/calibration';
import { useMutation } from '@tanstack/react-query';
import { Button, Descriptions, Drawer, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showCenti, showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { colon } from '../ui/punctuation.js';
import { textOf } from '../ui/text.js';
import { openSelfReview } from './queries.js';
import { SubjectActs } from './SubjectActs.js';
import { ToneTag } from '../ui/ToneTag.js';

interface Props {
  session: CalibrationView;
  subject: CalibrationSubject;
  onClose: () => void;
}

/** One person: what was proposed, said and decided, and what the viewer may do. */
export function SubjectDrawer({ session, subject, onClose }: Props) {
  const { t } = useTranslation('calibration');
  const selfReview = useMutation({ mutationFn: () => openSelfReview(session.id, subject.reviewId) });
  return (
    <Drawer open onClose={onClose} size={Math.min(520, window.innerWidth)} title={personName(subject.person)}>
      <Flex vertical gap={12}>
        <Standing subject={subject} />
        {subject.deferral && <ToneTag tone="warn">{t('deferredUntil', { date: subject.deferral.until, reason: subject.deferral.reason })}</ToneTag>}
        {subject.changes.map((change) => (
          <div key={change.id}>
            <Tag>{t(`changeState.${change.state}`)}</Tag>{change.from} → {change.to} · {personName(change.by)} · {showInstant(change.at)}
            <div>{change.reason}</div>
            {change.decisionReason && <Typography.Text type="secondary">{change.decisionReason}</Typography.Text>}
          </div>
        ))}
        {subject.comments.map((comment, index) => <Typography.Paragraph key={index} style={{ margin: 0 }}>{personName(comment.by)}{colon()}{comment.text}</Typography.Paragraph>)}
        <Button onClick={() => selfReview.mutate()} loading={selfReview.isPending}>{t('openSelfReview')}</Button>
        {selfReview.isError && <ProblemAlert error={selfReview.error} />}
        {selfReview.data && <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{[selfReview.data.summary, ...selfReview.data.items.map((item) => item.text)].filter(Boolean).join('\n\n') || t(`selfReview.${selfReview.data.state}`)}</Typography.Paragraph>}
        {session.visit?.step === 'deliberation' && <SubjectActs session={session} subject={subject} visitId={session.visit.id} onDone={onClose} />}
      </Flex>
    </Drawer>
  );
}

/** Where the person stands, so that nobody decides about a name alone. */
function Standing({ subject }: { subject: CalibrationSubject }) {
  const { t } = useTranslation('calibration');
  const { manager, totalCenti, standing, band, computedBand, history, note } = subject;
  const items = [
    { key: 'manager', label: t('column.manager'), children: manager ? personName(manager) : '–' },
    { key: 'total', label: t('column.total'), children: totalCenti === null ? t(`standing.${standing}`) : showCenti(totalCenti) },
    { key: 'band', label: t('column.band'), children: <>{band ?? '–'}{computedBand !== null && computedBand !== band && <Tag style={{ marginInlineStart: 8 }}>{t('computed', { band: computedBand })}</Tag>}</> },
    { key: 'history', label: t('column.history'), children: history.map((entry) => `${textOf(entry.cycle)} ${entry.band ?? '–'}`).join('; ') || '–' },
    ...(note ? [{ key: 'note', label: t('note'), children: note, span: 2 }] : []),
  ];
  return <Descriptions size="small" column={2} items={items} />;
}
