import type { OrgImportStarted } from '@fairmark/contracts/org';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Flex, Typography, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ImportHistory } from './ImportHistory.js';
import { ImportResult } from './ImportResult.js';

/** Upload of the organisation's CSV files: first a dry run, then all or nothing. */
export function ImportPanel() {
  const { t, i18n } = useTranslation('org');
  const client = useQueryClient();
  const [files, setFiles] = useState<File[]>([]);
  const [importId, setImportId] = useState<string | null>(null);
  const upload = useMutation({
    mutationFn: () => {
      const form = new FormData();
      for (const file of files) form.append('files', file);
      return request<OrgImportStarted>('POST', '/org/imports', { form });
    },
    onSuccess: ({ id }) => {
      setImportId(id);
      return client.invalidateQueries({ queryKey: ['org', 'imports'] });
    },
  });
  return (
    <Flex vertical gap={16}>
      <Card>
        <Typography.Paragraph>{t('import.note')}</Typography.Paragraph>
        <Flex wrap gap={8} style={{ marginBlockEnd: 12 }}>
          <Button href={`/api/org/templates?locale=${i18n.language}`} download>{t('import.templates')}</Button>
          <Button href={`/api/org/export?locale=${i18n.language}`} download>{t('import.export')}</Button>
        </Flex>
        <Upload.Dragger multiple accept=".csv,.txt" fileList={files.map((file, index) => ({ uid: `${index} ${file.name}`, name: file.name }))} beforeUpload={(file) => { setFiles((known) => [...known.filter((one) => one.name !== file.name), file]); return false; }} onRemove={({ uid }) => setFiles((known) => known.filter((file, index) => `${index} ${file.name}` !== uid))}>
          {t('import.drop')}
        </Upload.Dragger>
        {upload.isError && <ProblemAlert error={upload.error} />}
        <Button type="primary" style={{ marginBlockStart: 12 }} disabled={files.length === 0} loading={upload.isPending} onClick={() => upload.mutate()}>{t('import.check')}</Button>
      </Card>
      {importId && <ImportResult importId={importId} />}
      <ImportHistory onOpen={setImportId} />
    </Flex>
  );
}
