import type { Page } from '@playwright/test';
import type { RequestInput, RequestOutput, RouteName } from '../../../../core/contract';
import type { Role } from '../../../../core/domain/role';
import { ada, bruno, carla } from '../nordhaus';
import { request } from '../request';

export interface Person {
  displayName: string;
  email: string;
  password: string;
}

const person = (displayName: string, email: string): Person => ({
  displayName,
  email,
  password: 'nine tin whistles',
});

/** Who asks, beside Bruno, the Member: of everything there is somebody here and in Hamburg. */
export const sam = person('Sam Ortiz', 'sam@nordhaus.example');
export const tess = person('Tess Amari', 'tess@nordhaus.example');
export const dora = person('Dora Lenz', 'dora@nordhaus.example');

export interface Cast {
  ids: Record<'ada' | 'sam' | 'tess' | 'dora' | 'bruno', string>;
  /** Texts that a request could name and be right. */
  texts: Record<string, string[]>;
}

/** Fills Nordhaus with what hostile requests could be about. @param chief a window where Ada is signed in */
export async function fill(chief: Page): Promise<Cast> {
  const { sites } = await done(chief, 'sites.list', {});
  const berlin = sites.find(({ name }) => name === 'Berlin')?.id ?? '';
  const hamburg = sites.find(({ name }) => name === 'Hamburg')?.id ?? '';
  const hire = async (who: Person, role: Role, siteIds: string[], mustChangePassword = false) =>
    (
      await done(chief, 'users.create', {
        ...who,
        role,
        siteIds,
        mustChangePassword,
        removeInvitationId: null,
      })
    ).id;

  const ids = {
    ada: await idOf(chief, ada.email),
    bruno: await idOf(chief, bruno.email),
    sam: await hire(sam, 'site_admin', [berlin]),
    tess: await hire(tess, 'tenant_admin', []),
    dora: await hire(dora, 'member', [berlin], true),
  };
  for (let n = 0; n < 6; n++)
    await hire(person(`Colleague ${n}`, `colleague${n}@nordhaus.example`), 'member', [
      n % 2 === 0 ? berlin : hamburg,
    ]);
  await done(chief, 'users.deactivate', { id: await idOf(chief, 'colleague0@nordhaus.example') });

  const secrets: string[] = [];
  for (const siteId of [berlin, hamburg]) {
    for (let n = 0; n < 3; n++) {
      const { code, link } = await done(chief, 'invitations.create', {
        email: `invited${secrets.length}@elsewhere.example`,
        role: 'member',
        siteIds: [siteId],
      });
      secrets.push(code, link);
    }
    const hostId = siteId === berlin ? ids.bruno : await idOf(chief, carla.email);
    for (const visitorName of ['Nils Vik', 'Vera Ohm', 'Ruth Oda'])
      await done(chief, 'visits.register', { ...visit, siteId, hostId, visitorName });
  }
  const { list } = await done(chief, 'users.page', { query: everybody, limit: 3 });
  return { ids, texts: { secret: secrets, code: secrets, link: secrets, cursor: [list.cursor ?? ''] } };
}

const visit = {
  company: null,
  visitorEmail: null,
  purpose: null,
  expectedArrivalAt: null,
  expectedDepartureAt: null,
};
const everybody: RequestInput<'users.page'>['query'] = {
  kind: 'all',
  search: '',
  status: null,
  role: null,
  siteId: null,
  sort: 'email',
  direction: 'asc',
};

async function idOf(chief: Page, email: string): Promise<string> {
  const { list } = await done(chief, 'users.page', { query: { ...everybody, search: email }, limit: 1 });
  return list.rows[0]?.id ?? '';
}

/** Asks for what has to work. */
export async function done<R extends RouteName>(
  page: Page,
  route: R,
  payload: RequestInput<R>,
): Promise<RequestOutput<R>> {
  const answer = await request(page, route, payload);
  if (!answer.ok) throw new Error(`${route}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
