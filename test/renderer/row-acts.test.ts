import { describe, expect, it } from 'vitest';
import { type Permission, permissionsOf } from '../../core/access/permissions';
import type { Role } from '../../core/domain/role';
import { type ActSubject, type Rights, rowActs } from '../../renderer/features/users/acts/row-acts';

const member: ActSubject = {
  id: 'member',
  kind: 'user',
  email: 'bruno@nordhaus.example',
  displayName: 'Bruno Keller',
  status: 'active',
  role: 'member',
  otherSites: 0,
  reactivation: null,
};
const inactive: ActSubject = { ...member, status: 'inactive', role: null };
const invitation: ActSubject = { ...member, id: 'invitation', kind: 'invitation', status: 'pending' };

function rightsOf(role: Role, delegation = false, ownId = 'reader'): Rights {
  const held = permissionsOf(role, { delegation });
  return {
    can: (permission: Permission) => held.includes(permission),
    everywhere: role === 'tenant_admin',
    ownId,
  };
}

const now = 1_000;
const names = (row: ActSubject, rights: Rights) => rowActs(row, rights, now).map(({ name }) => name);

describe('what a row offers', () => {
  it('is everything to a Tenant-Admin, but nothing that would only be refused', () => {
    const all = rightsOf('tenant_admin');
    expect(names(member, all)).toEqual(['edit', 'resetPassword', 'deactivate', 'delete']);
    expect(names(inactive, all)).toEqual(['reactivate', 'delete']);
    expect(names(member, { ...all, ownId: member.id })).toEqual(['edit']);
  });

  it('withdraws and sends again what is to bring somebody back', () => {
    const back = { ...inactive, reactivation: { invitationId: 'invitation', expiresAt: 1 } };
    const offered = names(back, rightsOf('tenant_admin'));
    expect(offered[0]).toBe('reactivate');
    expect(offered).toContain('resend');
    expect(offered).toContain('remove');
    expect(offered.at(-1)).toBe('delete');
  });

  it('prints a slip between sending again and removing, while the invitation can still be accepted', () => {
    const all = rightsOf('tenant_admin');
    expect(names(invitation, all)).toEqual(['resend', 'printSlip', 'remove']);
    expect(names({ ...invitation, status: 'expired' }, all)).toEqual(['resend', 'remove']);
    const back = (expiresAt: number) => ({
      ...inactive,
      reactivation: { invitationId: 'invitation', expiresAt },
    });
    expect(names(back(now + 1), all)).toContain('printSlip');
    expect(names(back(now), all)).not.toContain('printSlip');
  });

  it('is nothing to a Site-Admin without delegation', () => {
    for (const row of [member, inactive, invitation]) expect(names(row, rightsOf('site_admin'))).toEqual([]);
  });

  it('is for a delegated Site-Admin what concerns Members whose sites are all theirs, and nothing of others', () => {
    const delegated = rightsOf('site_admin', true);
    expect(names(member, delegated)).toEqual(['resetPassword', 'deactivate']);
    expect(names(invitation, delegated)).toEqual(['resend', 'printSlip', 'remove']);
    for (const beyond of [
      { ...member, otherSites: 1 },
      { ...member, role: 'site_admin' as const },
      { ...member, role: 'tenant_admin' as const },
      { ...invitation, otherSites: 2 },
      inactive,
    ])
      expect(names(beyond, delegated)).toEqual([]);
  });
});
