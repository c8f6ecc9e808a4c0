import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MailTemplates, MailWords } from '../../../core/ports';

const endings = { subject: 'subject.txt', text: 'txt' } as const;

/** The shipped texts of mails, each read when the first mail needs it. @param resources the app's resources folder. */
export function readMailTemplates(resources: string): MailTemplates {
  const kept = new Map<string, string>();

  function read(...place: string[]): string {
    const path = join(resources, 'mail', ...place);
    const text = kept.get(path) ?? readFileSync(path, 'utf8');
    kept.set(path, text);
    return text;
  }

  return {
    read: (language, kind, part) => read(language, `${kind}.${endings[part]}`),
    html: (language, kind) => ({
      frame: read('frame.html'),
      body: read(language, `${kind}.html`),
      offer: read(language, 'offer.html'),
    }),
    words: (language) => JSON.parse(read(language, 'words.json')) as MailWords,
  };
}
