import type { Dialog } from './dialog';

/** Role and sites as somebody gives them in a dialog. */
export interface Access {
  role?: 'Tenant-Admin' | 'Site-Admin' | 'Member' | 'Admin' | 'User';
  /** Three roles: any number under **Site Access**. */
  sites?: readonly string[];
  /** Two roles: exactly one under **Site**. */
  site?: string;
}

export async function giveAccess(dialog: Dialog, { role, sites, site }: Access): Promise<void> {
  if (role !== undefined) await dialog.choice('Role').choose(role);
  if (sites !== undefined) await dialog.choice('Site Access').chooseExactly(sites);
  if (site !== undefined) await dialog.choice('Site').choose(site);
}
