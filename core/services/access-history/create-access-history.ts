import { siteScope } from '../../access/scope';
import type { ParsedInput } from '../../contract';
import type { AccessPage } from '../../contract/access';
import { hasAllSites } from '../../domain/role';
import { fold } from '../../domain/text';
import type { NewFile } from '../../ports';
import type { Actor } from '../actor';
import type { LongJob } from '../audit-log/long-job';
import type { ServiceDeps } from '../deps';
import { type AccessAnswer, accessAnswers, type Mark } from './answer';
import { entryViews } from './entry-views';
import { accessExport } from './export-access';
import type { Found } from './gather';

export interface AccessHistory {
  /** `looked`: how many of how many sites were gone through, told every now and then. Error: `site.not_found`. */
  page(
    actor: Actor,
    input: ParsedInput<'access.page'>,
    looked?: (done: number, total: number) => void,
  ): Promise<AccessPage>;
  export(
    actor: Actor,
    input: ParsedInput<'access.export'>,
    file: NewFile,
    job: LongJob,
  ): Promise<{ path: string; entries: number }>;
}

interface Kept {
  key: string;
  mark: Mark;
  answer: AccessAnswer;
  /** UTC ms. */
  at: number;
}

/** Answers kept for the pages that follow, newest first: for some windows, and together no more entries than this. */
const keptAtMost = { answers: 4, entries: 150_000 };
/** An answer that reaches up to now is found anew after this, ms: an end date may have come. */
const keptFor = 30_000;

function asMany(answers: readonly Kept[]): Kept[] {
  let entries = 0;
  return answers.slice(0, keptAtMost.answers).filter(({ answer }, index) => {
    entries += answer.found.length;
    return index === 0 || entries <= keptAtMost.entries;
  });
}

/** The first part of the key. */
function nameOf({ key }: Found): string {
  return key.slice(0, key.indexOf('\n'));
}

/** An address that the reader isn't shown isn't found either. */
function finding(all: readonly Found[], { role }: Actor, text: string): readonly Found[] {
  const wanted = fold(text.trim());
  if (wanted === '') return all;
  const shown = ({ span }: Found) => hasAllSites(role) || !span.everywhere;
  return all.filter(
    (one) =>
      (one.name !== null && nameOf(one).includes(wanted)) || (shown(one) && one.address.includes(wanted)),
  );
}

/** Who could enter a site at a past moment, and who let them (product.md §9; docs/decisions/0009). */
export function createAccessHistory({ db, clock }: Pick<ServiceDeps, 'db' | 'clock'>): AccessHistory {
  const answers = accessAnswers({ db, clock });
  let kept: Kept[] = [];
  /** Sessions whose first look is noted, as with the log. */
  const noted = new Set<string>();

  async function answerTo(
    actor: Actor,
    input: ParsedInput<'access.page'>,
    looked?: (done: number, total: number) => void,
  ): Promise<AccessAnswer> {
    const { siteId, from, before } = input;
    const scope = siteScope(actor.role, actor.siteIds);
    const key = JSON.stringify([siteId, from, before, scope]);
    const now = clock.now();
    const known = kept.find((held) => held.key === key);
    const fresh = known !== undefined && (before <= known.at || now - known.at < keptFor);
    if (fresh && answers.holds(known.mark)) return known.answer;
    const { answer, mark } = await answers.answer(input, scope, looked);
    kept = asMany([{ key, mark, answer, at: now }, ...kept.filter((held) => held.key !== key)]);
    return answer;
  }

  return {
    async page(actor, input, looked) {
      if (!noted.has(actor.sessionId)) {
        noted.add(actor.sessionId);
        db.write(actor.userId, (tx) => tx.audit({ action: 'audit.read_access' }));
      }
      const answer = await answerTo(actor, input, looked);
      const view = entryViews(db, siteScope(actor.role, actor.siteIds), answer, clock.now());
      const { people, site, begun, roleModel } = answer;
      const found = finding(answer.found, actor, input.text);
      return {
        entries: found.slice(input.offset, input.offset + input.limit).map(view),
        total: found.length,
        people,
        site,
        begun,
        roleModel,
      };
    },
    export: accessExport({ db, clock, answers }),
  };
}
