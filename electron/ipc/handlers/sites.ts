import type { sitesContract } from '../../../core/contract/sites';
import type { Services } from '../../../core/services/create-services';
import { type HandlersOf, signedIn } from '../request-context';

export function sitesHandlers({ sites }: Pick<Services, 'sites'>): HandlersOf<typeof sitesContract> {
  return {
    'sites.list': (_input, context) => sites.list(signedIn(context).actor),
    'sites.create': (input, context) => sites.create(signedIn(context).actor, input),
    'sites.rename': (input, context) => sites.rename(signedIn(context).actor, input),
    'sites.archivePreview': (input, context) => sites.archivePreview(signedIn(context).actor, input),
    'sites.archive': (input, context) => sites.archive(signedIn(context).actor, input),
  };
}
