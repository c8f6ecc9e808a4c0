import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../core/contract/mail';
import type { MailState } from '../../../core/domain/mail';
import { useFormat } from '../../i18n/format';
import type { StatusTone } from '../status-label';

export const deliveryTones: Record<MailState, StatusTone> = {
  queued: 'pending',
  sent: 'active',
  unconfirmed: 'pending',
  failed: 'expired',
  expired: 'inactive',
};

export interface DeliveryTexts {
  state(mail: Pick<Delivery, 'state'>): string;
  /** What went wrong, in words and in the server's own; or what the state means; `null`: nothing to explain. */
  reason(mail: Delivery): string | null;
  /** "next try: 14:05", "5 min ago"; `null`: nothing will happen by itself, and nothing has. */
  when(mail: Delivery): string | null;
  /** The moment `when` speaks of, in full. */
  whenInFull(mail: Delivery): string | undefined;
}

/** How a mail stands, in the app's language. `now` is main's clock. */
export function useDeliveryTexts(now: number): DeliveryTexts {
  const { t } = useTranslation('mail');
  const format = useFormat();
  return useMemo(
    () => ({
      state: ({ state }) => t(`state.${state}`),
      reason: ({ state, problem, detail }) => {
        if (state === 'unconfirmed' || state === 'expired') return t(`means.${state}`);
        if (state === 'sent' || problem === null) return null;
        return [t(`problem.${problem}`), detail].filter((part) => part !== null).join(' ');
      },
      when: ({ state, nextAttemptAt, sentAt }) => {
        if (sentAt !== null) return format.relative(sentAt, now);
        if (state !== 'queued') return null;
        if (nextAttemptAt === null || nextAttemptAt <= now) return t('when.due');
        return t('when.next', { when: format.moment(nextAttemptAt, now) });
      },
      whenInFull: ({ nextAttemptAt, sentAt }) => {
        const at = sentAt ?? nextAttemptAt;
        return at === null ? undefined : format.dateTime(at);
      },
    }),
    [t, format, now],
  );
}

/** Whether **Send now** is for it: it still has its link and code. An unconfirmed one has not; its invitation is resent. */
export function canBeSentNow({ state }: Pick<Delivery, 'state'>): boolean {
  return state === 'queued' || state === 'failed';
}
