import { useEffect, useState } from 'react';
import type { RequestOutput } from '../../../core/contract/index';
import { fold } from '../../../core/domain/text';
import type { Option } from '../../components/select';
import { request } from '../../ipc/client';
import { useRequest } from '../../ipc/query';

type Host = RequestOutput<'visits.hosts'>['hosts'][number];

/** Milliseconds without a keystroke before main is asked. */
const pause = 120;

/** Who can be chosen while this is typed. Until main has answered it, those of the answer before that match. */
export function useHosts(siteId: string, typed: string): { hosts: Option[]; loading: boolean } {
  const [search, setSearch] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, isPlaceholderData, isPending } = useRequest(
    'visits.hosts',
    { siteId, search },
    { placeholderData: (hosts, before) => (siteOf(before?.queryKey) === siteId ? hosts : undefined) },
  );
  const wanted = fold(typed.trim());
  const settled = search === typed && !isPlaceholderData;
  const hosts = (data?.hosts ?? []).filter(
    ({ name, email }) => settled || fold(name).includes(wanted) || fold(email).includes(wanted),
  );
  return { hosts: hosts.map(optionOf), loading: isPending || !settled };
}

/** The one whose name or address was typed in full without being taken from the list; else `null`. */
export async function hostCalled(siteId: string, typed: string): Promise<Option | null> {
  const wanted = fold(typed.trim());
  if (wanted === '') return null;
  const { hosts } = await request('visits.hosts', { siteId, search: typed.trim() });
  const [only, another] = hosts.filter(({ name, email }) => [fold(name), fold(email)].includes(wanted));
  return only === undefined || another !== undefined ? null : optionOf(only);
}

function optionOf({ id, name, email }: Host): Option {
  return { value: id, label: name, secondary: email };
}

function siteOf(key: readonly unknown[] | undefined): unknown {
  return (key?.[1] as { siteId?: string } | undefined)?.siteId;
}
