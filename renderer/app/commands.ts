import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../core/access/permissions';
import { fold } from '../../core/domain/text';
import { ActivityIcon, AddPersonIcon, InvitationIcon, VisitsIcon } from '../components/icons';
import { useCan } from '../ipc/app-state';
import { pages } from './pages';

export interface Command {
  id: string;
  label: string;
  /** Where it leads; acts are pages with a wish in their address. */
  to: string;
  icon: ComponentType;
}

/** What the signed-in person can go to or do, in the app's language. */
export function useCommands(): Command[] {
  const { t } = useTranslation('common');
  const can = useCan();
  const allowed = ({ permission }: { permission: Permission | null }) =>
    permission === null || can(permission);
  const acts = [
    {
      id: 'add',
      label: t('palette.addUser'),
      to: '/users?act=add',
      icon: AddPersonIcon,
      permission: 'user.create',
    },
    {
      id: 'invite',
      label: t('palette.inviteUser'),
      to: '/users?act=invite',
      icon: InvitationIcon,
      permission: 'invitation.create',
    },
    {
      id: 'inviteMany',
      label: t('palette.inviteMany'),
      to: '/users?act=inviteMany',
      icon: InvitationIcon,
      permission: 'invitation.create',
    },
    {
      id: 'visit',
      label: t('palette.newVisit'),
      to: '/visits?act=new',
      icon: VisitsIcon,
      permission: 'visit.register',
    },
    {
      id: 'access',
      label: t('palette.access'),
      to: '/activity/access',
      icon: ActivityIcon,
      permission: 'audit.list',
    },
  ] as const;
  return [
    ...pages.filter(allowed).map((page) => ({
      id: page.name,
      label: t(`navigation.${page.name}`),
      to: page.path,
      icon: page.icon,
    })),
    ...acts.filter(allowed),
  ];
}

/** Those whose name holds what was typed, whatever its case and accents. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const wanted = fold(typed.trim());
  return commands.filter((command) => fold(command.label).includes(wanted));
}
