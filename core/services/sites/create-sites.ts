import type { UseCaseDeps } from '../deps';
import { archivePreview } from './archive-preview';
import { siteArchiving } from './archive-site';
import { siteCreation } from './create-site';
import { siteListing } from './list-sites';
import { siteRenaming } from './rename-site';

/** The places of the organisation: one use case per file. Writes `site`. */
export function createSites(deps: UseCaseDeps) {
  return {
    list: siteListing(deps),
    create: siteCreation(deps),
    rename: siteRenaming(deps),
    archivePreview: archivePreview(deps),
    archive: siteArchiving(deps),
  };
}
