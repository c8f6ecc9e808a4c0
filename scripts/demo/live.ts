import type { Actor } from '../../core/services/actor';
import type { Access, Act } from './acts';
import type { LookUp } from './look-up';
import { createReception } from './reception';
import type { DemoServices } from './services';

interface Parts {
  services: Pick<DemoServices, 'users' | 'invitations' | 'sites' | 'visits'>;
  idOf: LookUp;
  /** Somebody got an account with that role. */
  joined: (userId: string, access: Access) => void;
  /** For everybody nobody will sign in as. */
  nobodysPassword: string;
}

/** Does what the acts tell, through the services: so a demo keeps every rule, and its history is a true one. */
export function createLiving({ services, idOf, joined, nobodysPassword }: Parts) {
  const { users, invitations, sites } = services;
  const receive = createReception({ services, idOf });
  const codes = new Map<string, { id: string; code: string; access: Access }>();

  const assignment = ({ role, sites: names }: Access) => ({ role, siteIds: names.map(idOf.site) });

  function invited(email: string) {
    const found = codes.get(email);
    if (found === undefined) throw new Error(`${email} was never invited`);
    return found;
  }

  return async function live(actor: Actor, act: Act): Promise<void> {
    switch (act.kind) {
      case 'addSite':
        sites.create(actor, { name: act.site });
        return;
      case 'create': {
        const { who, access, password = nobodysPassword, mustChange } = act;
        const account = { ...who, ...assignment(access), password, mustChangePassword: mustChange };
        const { id } = await users.create(actor, { ...account, removeInvitationId: null });
        joined(id, access);
        return;
      }
      case 'invite': {
        const { id, code } = invitations.create(actor, { email: act.email, ...assignment(act.access) });
        codes.set(act.email, { id, code, access: act.access });
        return;
      }
      case 'resend': {
        const { id, code } = invitations.resend(actor, { id: invited(act.email).id });
        codes.set(act.email, { ...invited(act.email), id, code });
        return;
      }
      case 'remove':
        invitations.remove(actor, { id: invited(act.email).id });
        return;
      case 'accept': {
        const { email, displayName } = act.who;
        const { code, access } = invited(email);
        await invitations.accept({ secret: code, displayName, password: nobodysPassword });
        joined(idOf.user(email), access);
        return;
      }
      case 'change': {
        const { id, version, displayName } = users.get(actor, { id: idOf.user(act.email) });
        const edit = { id, version, displayName, ...assignment(act.access), applyNow: false };
        await users.update(actor, { ...edit, currentPassword: null });
        return;
      }
      case 'deactivate':
        users.deactivate(actor, { id: idOf.user(act.email) });
        return;
      case 'rename': {
        const { id, version, role, displayName, sites } = users.get(actor, { id: idOf.user(act.email) });
        const [first] = displayName.split(' ');
        const kept = { role: role ?? 'member', siteIds: sites.map((site) => site.id), applyNow: false };
        const edit = { id, version, displayName: `${first} ${act.lastName}`, ...kept };
        await users.update(actor, { ...edit, currentPassword: null });
        return;
      }
      default:
        receive(actor, act);
    }
  };
}
