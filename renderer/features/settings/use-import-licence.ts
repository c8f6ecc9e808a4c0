import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { RequestError } from '../../ipc/client';
import { useSend } from '../../ipc/query';
import { notify } from '../../stores/notifications';

/** More than a licence has, and more than main takes. */
const maxBytes = 100_000;

/** Reads a file here and has main check and keep it. `error`: why it isn't taken, until the next try. */
export function useImportLicence() {
  const { t } = useTranslation('licence');
  const format = useFormat();
  const [unread, setUnread] = useState<RequestError | null>(null);
  const send = useSend('licence.import', {
    onSuccess: ({ tier, validUntil }) => notify(t('imported', { tier, date: format.date(validUntil) })),
  });

  const importFile = async (file: File): Promise<void> => {
    setUnread(null);
    send.reset();
    const text = file.size > maxBytes ? null : await file.text().catch(() => null);
    if (text === null) setUnread(new RequestError({ code: 'licence.garbage', data: {} }));
    else send.mutate({ file: text });
  };

  return {
    importFile: (file: File) => void importFile(file),
    pending: send.isPending,
    error: unread ?? send.error,
  };
}
