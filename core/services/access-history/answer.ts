import type { SiteScope } from '../../access/scope';
import { reaches } from '../../access/scope';
import type { AccessPage } from '../../contract/access';
import type { ReadDb } from '../../db/types';
import { AppError } from '../../errors/app-error';
import type { Clock } from '../../ports';
import { personalValues } from '../audit-log/entry-view';
import { type Found, gather } from './gather';
import { pacedSort } from './paced-sort';
import type { Window } from './people';
import { organisationPast, type SitePast, sitePast } from './site-past';

export interface Question extends Window {
  siteId: string | null;
}

/** All that was found, by name. */
export interface AccessAnswer extends Omit<AccessPage, 'entries' | 'total'> {
  found: readonly Found[];
  /** The end of what was asked, or of what has been so far: UTC ms. */
  before: number;
}

const everySite = 'select id from site where deleted_hlc is null order by id';
const lastOperation = 'select n from change_op order by n desc limit 1';
/** Whether anything that matters here was written since; few operations are looked at. */
const changedSince = `select 1 from change_op where n > ? and tbl in ('organisation', 'site', 'user') limit 1`;

/** Others write while this walks: then it walks again, so that nobody is missed or stands there twice. */
const attempts = 3;

export interface AccessAnswers {
  /** Whether it still says what would be found now. */
  holds(at: Mark): boolean;
  /** Error: `site.not_found`, also for one the reader doesn't reach. */
  answer(
    question: Question,
    scope: SiteScope,
    looked?: (done: number, total: number) => void,
  ): Promise<{ answer: AccessAnswer; mark: Mark }>;
}

/** Up to where the change log was read. */
export interface Mark {
  operation: number;
}

export function accessAnswers({ db, clock }: { db: ReadDb; clock: Clock }): AccessAnswers {
  function mark(): Mark {
    return { operation: db.statement<{ n: number }>(lastOperation).get()?.n ?? 0 };
  }

  function holds({ operation }: Mark): boolean {
    return db.statement(changedSince).get(operation) === undefined;
  }

  function sitesAsked({ siteId }: Question, scope: SiteScope): SitePast[] {
    const ids =
      siteId === null
        ? db
            .column<string>(everySite)
            .all()
            .filter((id) => reaches(scope, id))
        : [siteId].filter((id) => reaches(scope, id));
    const sites = ids.flatMap((id) => sitePast(db, id) ?? []);
    if (siteId !== null && sites.length === 0) throw new AppError('site.not_found');
    return sites;
  }

  return {
    holds,
    async answer(question, scope, looked) {
      for (let attempt = 1; ; attempt += 1) {
        const begun = mark();
        const before = Math.min(question.before, clock.now() + 1);
        const window = { from: question.from, before };
        const sites = sitesAsked(question, scope);
        const parts = { db, personal: personalValues(db), ...(looked && { looked }) };
        const ahead = question.from >= before;
        const everywhereOnce = question.siteId === null;
        const found = ahead ? [] : await gather(parts, sites, window, { everywhereOnce });
        if (attempt < attempts && !holds(begun)) continue;
        const sorted = await pacedSort(found, inOrder);
        const site = question.siteId === null ? null : (sites[0] ?? null);
        const { begun: setUp, roleModel } = organisationPast(db, before - 1);
        return {
          mark: begun,
          answer: {
            found: sorted,
            before,
            people: new Set(sorted.map(({ userId }) => userId)).size,
            site: site === null ? null : siteView(site, before - 1),
            begun: setUp,
            roleModel,
          },
        };
      }
    },
  };
}

function siteView(site: SitePast, moment: number): AccessPage['site'] {
  return {
    id: site.id,
    name: site.nameAt(moment),
    nameNow: site.name,
    openFrom: site.open.from.at,
    openUntil: site.open.until?.at ?? null,
  };
}

function inOrder(a: Found, b: Found): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  if (a.userId !== b.userId) return a.userId < b.userId ? -1 : 1;
  return a.span.from - b.span.from;
}
