import type { DefinitionDocument } from '@fairmark/contracts/approvals';
import { Alert, Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawable, type EditedDocument } from './document.js';

/** The document itself, for whoever copies a process from elsewhere. What cannot be drawn is not taken over. */
export function JsonField({ document, disabled, onChange }: { document: DefinitionDocument | EditedDocument; disabled: boolean; onChange: (document: EditedDocument) => void }) {
  const { t } = useTranslation('approvals');
  const [text, setText] = useState(() => JSON.stringify(document, null, 2));
  const [wrong, setWrong] = useState(false);
  const take = () => {
    const read = parsed(text);
    setWrong(!read);
    if (read) onChange(read);
  };
  return (
    <Flex vertical gap={12}>
      <Input.TextArea aria-label={t('tab.document')} value={text} readOnly={disabled} onChange={(event) => setText(event.target.value)} autoSize={{ minRows: 10, maxRows: 40 }} style={{ fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontSize: 13 }} />
      {wrong && <Alert type="error" showIcon title={t('json.wrong')} />}
      {!disabled && <Button onClick={take} style={{ alignSelf: 'flex-start' }}>{t('json.take')}</Button>}
    </Flex>
  );
}

function parsed(text: string): EditedDocument | undefined {
  try {
    return drawable(JSON.parse(text) as DefinitionDocument);
  } catch {
    return undefined;
  }
}
