import { Alert, Button, Flex, Progress, Typography, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { kilobytes } from '../appeals/PapersField.js';
import { paperAddress } from '../appeals/queries.js';
import { problemText } from '../ui/problemText.js';
import { colon } from '../ui/punctuation.js';
import { useEvidence, type EvidenceFile } from './useEvidence.js';

const ACCEPT = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx';
const MOST = 20;

interface Props {
  reviewId: string;
  /** What the item is called, for people who hear the page. */
  item: string;
  files: readonly EvidenceFile[];
  /** Ids of the item's files; given by the form. */
  value?: string[];
  onChange?: (ids: string[]) => void;
}

/** Files that show what the text says: uploaded at once, frozen when the self-review is handed in. */
export function EvidenceField({ reviewId, item, files, value = [], onChange }: Props) {
  const { t } = useTranslation('selfReview');
  const { sending, send, drop, forget } = useEvidence(reviewId);
  // One after the other: two uploads at once would each start from the list without the other's file.
  const busy = sending.some((one) => !one.problem);
  const named = files.filter((file) => value.includes(file.id));
  const add = async (chosen: readonly File[]) => {
    let ids = value;
    for (const file of chosen.slice(0, MOST - value.length)) {
      const paper = await send(file);
      if (paper) onChange?.((ids = [...ids, paper.id]));
    }
  };
  const remove = async (file: EvidenceFile) => {
    if (await drop(file)) onChange?.(value.filter((id) => id !== file.id));
  };
  return (
    <Flex vertical gap={6} align="start">
      {named.map((file) => (
        <Flex key={file.id} wrap gap={8} align="center">
          <a href={paperAddress(reviewId, file.id)} download={file.name} style={{ overflowWrap: 'anywhere' }}>{file.name} <Typography.Text type="secondary">({kilobytes(file.size)})</Typography.Text></a>
          <Button size="small" aria-label={`${t('common:action.remove')} ${file.name}`} onClick={() => void remove(file)}>{t('common:action.remove')}</Button>
        </Flex>
      ))}
      {sending.map(({ name, percent, problem }) => problem
        ? <Alert key={name} type="error" showIcon role="alert" closable={{ onClose: () => forget(name) }} title={<>{name}{colon()}{problemText(t, problem)}</>} />
        : <div key={name} style={{ width: '100%', maxWidth: 320 }}><Typography.Text type="secondary">{t('evidence.sending', { name })}</Typography.Text><Progress percent={percent} size="small" aria-label={name} /></div>)}
      {value.length < MOST && (
        <Upload multiple disabled={busy} accept={ACCEPT} showUploadList={false} beforeUpload={(file, list) => { if (file === list[0]) void add(list); return false; }}>
          <Button size="small" disabled={busy} aria-label={t('evidence.addTo', { item })}>{t('evidence.add')}</Button>
        </Upload>
      )}
    </Flex>
  );
}
