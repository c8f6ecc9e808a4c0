import { expect, type Page } from '@playwright/test';
import type { Role } from '../../../core/domain/role';
import { founder } from '../../../scripts/demo/cast';
import { request } from './request';

/** The people of the stories. None of their passwords holds a part of a name, a site or the organisation. */
export const nordhaus = { name: 'Nordhaus', site: 'Berlin' };
export const ada = {
  displayName: 'Ada Lindqvist',
  email: 'ada@nordhaus.example',
  password: 'quiet lamp at seven',
};
export const bruno = {
  displayName: 'Bruno Keller',
  email: 'bruno@nordhaus.example',
  password: 'four green umbrellas',
};
export const carla = {
  displayName: 'Carla Weiß',
  email: 'carla@nordhaus.example',
  password: 'window seat by noon',
};
/** Somebody who isn't there yet when a story begins. */
export const greta = {
  displayName: 'Greta Sørensen',
  email: 'greta@nordhaus.example',
  password: 'paper boats on ice',
};

/** Who runs the demo organisation; its generator prints the same. */
export const demoAda = { email: founder.email, password: founder.password };

/** A second site and two colleagues, taken as given: Bruno in Berlin and Carla in Hamburg, both without rights to administer. */
export async function settle(page: Page): Promise<void> {
  const hamburg = await must(request(page, 'sites.create', { name: 'Hamburg' }));
  const { sites } = await must(request(page, 'sites.list', {}));
  const berlin = sites.find((site) => site.name === nordhaus.site);
  await hire(page, bruno, 'member', [berlin?.id ?? '']);
  await hire(page, carla, 'member', [hamburg.id]);
}

async function hire(page: Page, person: typeof bruno, role: Role, siteIds: string[]): Promise<void> {
  await must(
    request(page, 'users.create', {
      ...person,
      role,
      siteIds,
      mustChangePassword: false,
      removeInvitationId: null,
    }),
  );
}

async function must<T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> {
  const given = await answer;
  expect(given).toMatchObject({ ok: true });
  if (!given.ok) throw new Error('refused');
  return given.value;
}
