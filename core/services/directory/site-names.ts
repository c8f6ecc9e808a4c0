import type { ListRow } from '../../contract/users';
import type { ReadDb } from '../../db/types';
import { sitesIn } from './site-set';

type SiteRef = ListRow['sites'][number];

/** Changes with every write, of this connection and of any other. */
const generation = `select data_version || ' ' || total_changes() as mark from pragma_data_version`;
const named = 'select id, name from site order by name_key, id';

/**
 * The sites of a set by their names, in the order of lists; archived ones too. Every page tells them, so they are kept from
 * one to the next, for as long as nothing at all was written.
 */
export function createSiteNames(db: ReadDb): () => (siteSet: string) => readonly SiteRef[] {
  let mark = '';
  let sites: readonly SiteRef[] = [];
  let sets = new Map<string, readonly SiteRef[]>();

  function ofSet(siteSet: string): readonly SiteRef[] {
    let own = sets.get(siteSet);
    if (own === undefined) {
      const ids = new Set(sitesIn(siteSet));
      own = sites.filter((site) => ids.has(site.id));
      sets.set(siteSet, own);
    }
    return own;
  }

  return () => {
    const now = db.statement<{ mark: string }>(generation).get()?.mark ?? '';
    if (now !== mark) {
      mark = now;
      sites = db.statement<SiteRef>(named).all();
      sets = new Map();
    }
    return ofSet;
  };
}
