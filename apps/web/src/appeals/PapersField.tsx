import type { PaperView } from '@fairmark/contracts/appeals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Typography, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { dropPaper, paperAddress, uploadPaper, usePapers } from './queries.js';

const ACCEPT = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx';
/** The size of a file as people read it. */
export const kilobytes = (size: number): string => `${Math.max(1, Math.round(size / 1024)).toLocaleString()} KB`;

/** Papers that go along with what is sent next: uploaded at once, frozen when it is sent. */
export function PapersField({ reviewId }: { reviewId: string }) {
  const { t } = useTranslation('appeals');
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ['papers', reviewId] });
  const papers = usePapers(reviewId).data?.papers ?? [];
  const upload = useMutation({ mutationFn: (file: File) => uploadPaper(reviewId, file), onSettled: again });
  const drop = useMutation({ mutationFn: (paper: PaperView) => dropPaper(reviewId, paper.id), onSettled: again });
  return (
    <Flex vertical gap={8} style={{ marginBlockEnd: 16 }}>
      <Typography.Text strong>{t('papers.title')}</Typography.Text>
      <Typography.Text type="secondary">{t('papers.note')}</Typography.Text>
      {papers.map((paper) => (
        <Flex key={paper.id} wrap gap={8} align="center">
          <PaperLink reviewId={reviewId} paper={paper} />
          <Button size="small" loading={drop.isPending} onClick={() => drop.mutate(paper)}>{t('common:action.remove')}</Button>
        </Flex>
      ))}
      {(upload.isError || drop.isError) && <ProblemAlert error={upload.error ?? drop.error} />}
      <Upload accept={ACCEPT} showUploadList={false} beforeUpload={(file) => { upload.mutate(file); return false; }}><Button loading={upload.isPending}>{t('papers.upload')}</Button></Upload>
    </Flex>
  );
}

/** Ids of the papers that would be handed in now. */
export const usePaperIds = (reviewId: string): string[] => (usePapers(reviewId).data?.papers ?? []).map((paper) => paper.id);

export function PaperLink({ reviewId, paper }: { reviewId: string; paper: PaperView }) {
  return <a href={paperAddress(reviewId, paper.id)} download={paper.name} style={{ overflowWrap: 'anywhere' }}>{paper.name} <Typography.Text type="secondary">({kilobytes(paper.size)})</Typography.Text></a>;
}
