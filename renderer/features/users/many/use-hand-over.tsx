import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadyInvitation } from '../../../../core/contract/invitations';
import { InvitationSlip } from '../../../components/invitation/invitation-slip';
import { usePrint } from '../../../components/use-print';
import { useFormat } from '../../../i18n/format';
import { useNow } from '../../../ipc/app-state';
import type { RequestError } from '../../../ipc/client';
import { useSend } from '../../../ipc/query';

interface HandOver {
  print(): void;
  printing: boolean;
  save(): void;
  saving: boolean;
  /** What was printed or saved, where to; `null`: nothing yet. */
  said: string | null;
  error: RequestError | null;
  /** Goes anywhere in the output; it is on paper only. */
  sheet: ReactNode;
}

/** Links and codes go on slips, one to a page, or into a file: they are shown only once. */
export function useHandOver(made: readonly ReadyInvitation[]): HandOver {
  const { t } = useTranslation(['many', 'paper']);
  const format = useFormat();
  const title = t('many:report.file', { date: format.date(useNow()) });
  const [last, setLast] = useState<'print' | 'save' | null>(null);
  const slips = usePrint({ title, paper: 'A6', children: made.map(slip) });
  const list = useSend('invitations.saveList');

  function slip(ready: ReadyInvitation) {
    const { id, link, code } = ready;
    const note = t('paper:invitation.note');
    return <InvitationSlip key={id} code={code} picture={link} note={note} invitation={ready} />;
  }

  function save(): void {
    setLast('save');
    list.mutate({
      title,
      columns: {
        email: t('many:column.email'),
        link: t('many:column.link'),
        code: t('many:column.code'),
        validUntil: t('many:column.validUntil'),
      },
      invitations: made.map(({ email, link, code, expiresAt }) => ({
        email,
        link,
        code,
        validUntil: format.dateTime(expiresAt),
      })),
    });
  }

  const savedTo = list.data?.savedTo ?? null;
  const saved = savedTo === null ? null : t('paper:saved', { path: savedTo });
  return {
    print: () => {
      setLast('print');
      slips.print();
    },
    printing: slips.printing,
    save,
    saving: list.isPending,
    said: last === 'save' ? saved : slips.said,
    error: last === 'save' ? list.error : slips.error,
    sheet: slips.sheet,
  };
}
