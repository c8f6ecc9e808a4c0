import { useCallback, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ReadyInvitation } from '../../../../core/contract/invitations';
import type { SiteRow } from '../../../../core/contract/sites';
import { maxAddresses, readAddresses } from '../../../../core/domain/address-list';
import { StepDialog } from '../../../components/step-dialog';
import { useRequestForm } from '../../../forms/use-request-form';
import { useRoleModel } from '../../../i18n/role-name';
import type { RequestError } from '../../../ipc/client';
import { useSend } from '../../../ipc/query';
import { accessOf, accessSchema, startingAccess } from '../dialogs/access-form';
import { type Checked, cameTo, inOrder, isCorrectable, type Line, sorted, together } from './lines';
import { ListStep } from './list-step';
import { ReportStep } from './report-step';
import { ReviewStep } from './review-step';
import { SendingStep } from './sending-step';
import { useSending } from './use-sending';

interface InviteManyDialogProps {
  sites: readonly SiteRow[];
  onClose: () => void;
}

/** What the list came to when it was last sent. */
export interface Report {
  leave: readonly Line[];
  /** Set when a line got no seat. */
  seats: Checked['seats'];
  /** Why it got no further. */
  error: RequestError | null;
}

type Step =
  | { name: 'list' }
  | { name: 'review'; checked: Checked }
  | { name: 'sending'; total: number }
  | { name: 'report'; report: Report };

const listText = z.string().superRefine((text, context) => {
  const count = readAddresses(text).length;
  if (count === 0) context.addIssue({ code: 'custom', message: 'list.empty' });
  if (count > maxAddresses) context.addIssue({ code: 'custom', message: 'list.too_long' });
});

/**
 * A list of addresses, from the paste to the report. What was made stays here through all rounds, so that putting right what
 * failed loses no link and no code.
 */
export function InviteManyDialog({ sites, onClose }: InviteManyDialogProps) {
  const { t } = useTranslation('many');
  const [step, setStep] = useState<Step>({ name: 'list' });
  const [resend, setResend] = useState(true);
  const [made, setMade] = useState<readonly ReadyInvitation[]>([]);
  /** The way back to links and codes of an earlier round. */
  const [last, setLast] = useState<Report | null>(null);
  const preview = useSend('invitations.preview');
  const sending = useSending();
  const { form, submit, refusal, pending } = useRequestForm({
    schema: z.object({ text: listText, access: accessSchema(useRoleModel()) }),
    defaultValues: { text: '', access: startingAccess(sites) },
    send: async ({ text, access }) => {
      const addresses = readAddresses(text);
      const given = accessOf(access);
      const answer = await preview.mutateAsync({ ...given, addresses });
      const siteNames = sites.filter(({ id }) => given.siteIds.includes(id)).map(({ name }) => name);
      setStep({ name: 'review', checked: { access: given, siteNames, addresses, ...answer } });
    },
  });

  const back = useCallback(() => setStep({ name: 'list' }), []);
  const correct = (leave: readonly Line[]) => {
    form.setValue(
      'text',
      leave
        .filter(isCorrectable)
        .map(({ typed }) => `${typed}\n`)
        .join(''),
    );
    back();
  };

  async function send(checked: Checked): Promise<void> {
    const { send: decided, leave } = sorted(checked, resend);
    setStep({ name: 'sending', total: decided.length });
    const { done, error } = await sending.start(
      checked.access,
      decided.map(({ line }) => line),
    );
    const came = cameTo(decided, done);
    setMade((before) => together(before, came.made));
    const report = { leave: inOrder([...leave, ...came.leave]), seats: checked.seats, error };
    setLast(report);
    setStep({ name: 'report', report });
  }

  return (
    <StepDialog title={t('title')} onEscape={step.name === 'sending' ? sending.stop : onClose}>
      {step.name === 'list' && (
        <FormProvider {...form}>
          <ListStep
            made={made.length}
            onReport={() => last !== null && setStep({ name: 'report', report: last })}
            pending={pending}
            refusal={refusal}
            onSubmit={submit}
            onClose={onClose}
          />
        </FormProvider>
      )}
      {step.name === 'review' && (
        <ReviewStep
          checked={step.checked}
          resend={resend}
          onResend={setResend}
          onBack={back}
          onSend={() => void send(step.checked)}
        />
      )}
      {step.name === 'sending' && (
        <SendingStep done={sending.done} total={step.total} onStop={sending.stop} />
      )}
      {step.name === 'report' && (
        <ReportStep made={made} report={step.report} onCorrect={correct} onClose={onClose} />
      )}
    </StepDialog>
  );
}
