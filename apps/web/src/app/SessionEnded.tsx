import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whenSignedOut } from '../api/client.js';
import { sessionKey } from '../identity/session.js';

/** The session ended while somebody was writing: they sign in on another tab and find the unsent text where it was. Somebody who left (`leaver`) has no password and opens another link there. */
export function SessionEnded({ leaver = false }: { leaver?: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    whenSignedOut(() => setEnded(true));
    return () => whenSignedOut(() => undefined);
  }, []);
  const again = async () => {
    await client.refetchQueries({ queryKey: sessionKey });
    if (client.getQueryState(sessionKey)?.status === 'success') setEnded(false);
  };
  return (
    <Modal
      open={ended} title={t('signedOut.title')} closable={false} mask={{ closable: false }}
      footer={[
        !leaver && <Button key="in" type="primary" href="/sign-in" target="_blank">{t('signedOut.signIn')}</Button>,
        <Button key="again" onClick={() => void again()}>{t(leaver ? 'signedOut.leaverAgain' : 'signedOut.again')}</Button>,
      ]}
    >
      {t(leaver ? 'signedOut.leaverText' : 'signedOut.text')}
    </Modal>
  );
}
