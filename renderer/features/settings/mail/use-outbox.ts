import { useInfiniteQuery } from '@tanstack/react-query';
import type { RequestOutput } from '../../../../core/contract/index';
import { type RequestError, request } from '../../../ipc/client';
import { requestKey } from '../../../ipc/query';

type Messages = RequestOutput<'mail.outbox'>['messages'];
export type OutboxMessage = Messages[number];

/** Mails per page: what is worth a glance before somebody asks for more. */
const limit = 20;

/** The mails of open invitations, newest first, a page at a time. Makes itself anew when main tells of a change. */
export function useOutbox() {
  return useInfiniteQuery<
    RequestOutput<'mail.outbox'>,
    RequestError,
    { messages: Messages },
    readonly unknown[],
    string | null
  >({
    queryKey: requestKey('mail.outbox', { before: null, limit }),
    queryFn: ({ pageParam }) => request('mail.outbox', { before: pageParam, limit }),
    initialPageParam: null,
    getNextPageParam: ({ messages, more }) => (more ? (messages.at(-1)?.id ?? null) : null),
    select: ({ pages }) => ({ messages: pages.flatMap(({ messages }) => messages) }),
  });
}
