import type { DatabaseFact, Finding, Report } from './report';

const day = 86_400_000;
const megabyte = 1024 * 1024;
/** Less than so much free space: a backup of a large desk may not fit any more. */
const littleSpace = 1024 * megabyte;

/** What is wrong with what was found, each with what to do about it; the worst first. */
export function findingsOf(report: Omit<Report, 'findings'>): Finding[] {
  const all = [
    ...ofDatabase(report.database),
    ...ofKey(report),
    ...ofFiles(report),
    ...ofDisk(report),
    ...ofBackups(report),
    ...ofClock(report),
  ];
  return [
    ...all.filter(({ severity }) => severity === 'wrong'),
    ...all.filter((one) => one.severity === 'note'),
  ];
}

function wrong(code: string, text: string): Finding {
  return { severity: 'wrong', code, text };
}

function note(code: string, text: string): Finding {
  return { severity: 'note', code, text };
}

const refusals: Record<string, string> = {
  'database.key_wrong_or_damaged':
    'The key does not fit the database, or the first page of the database is damaged. Put back the key file that belongs to it; if it is the right one, restore a backup.',
  'database.corrupt': 'The database is damaged. Start the app: it offers the backups there are.',
  'database.in_use': 'Another program holds the database. Close it and try again.',
  'database.unreadable': 'The database cannot be read: look at its permissions and at the disk.',
};

function ofDatabase(database: DatabaseFact): Finding[] {
  if (database.state === 'none')
    return [note('database.none', 'There is no database here yet: the app makes it at its first start.')];
  if (database.state === 'closed') {
    return database.why === 'not_own'
      ? [
          wrong(
            'database.not_own',
            'The data folder belongs to another user of this computer. Run the doctor as that user.',
          ),
        ]
      : [];
  }
  if (database.state === 'refused') {
    const fallback = 'The database cannot be opened. Send the support bundle along when you ask for help.';
    return [wrong(database.code, refusals[database.code] ?? fallback)];
  }
  const { integrity, orphans, audit, schema } = database;
  const found: Finding[] = [];
  if (integrity.length > 0)
    found.push(
      wrong(
        'database.integrity',
        'The database is damaged inside. Restore the last backup from before; this state is kept.',
      ),
    );
  if (orphans > 0)
    found.push(
      wrong(
        'database.orphans',
        `${orphans} rows belong to something that is gone. Send the support bundle along when you ask for help.`,
      ),
    );
  if (audit.problem !== null)
    found.push(
      wrong(
        'audit.broken',
        `The audit log does not hold: ${audit.problem.kind} at entry ${audit.problem.n}. Activity, Verify says more.`,
      ),
    );
  if (audit.anchor === 'foreign')
    found.push(
      wrong(
        'audit.anchor',
        "The note of where the audit log ends is not this installation's. Activity, Verify says since when notes are kept.",
      ),
    );
  if (audit.anchor === 'unread')
    found.push(
      note(
        'audit.unread',
        'Whether the audit log was cut at its end only the app can tell: Activity, Verify.',
      ),
    );
  if (schema.found > schema.known)
    found.push(
      wrong('database.newer', 'A newer version of the app has opened this database. Install that version.'),
    );
  if (schema.found < schema.known)
    found.push(
      note(
        'database.earlier',
        'An earlier version wrote this database. The app brings it up to date at its next start, after a backup.',
      ),
    );
  return found;
}

function ofKey({ key, database }: Pick<Report, 'key' | 'database'>): Finding[] {
  if (database.state === 'none' || key.readable) return [];
  switch (key.kind) {
    case 'none':
      return [
        wrong(
          'key.none',
          'There is a database but no key. Put atrium.key back beside it, or start the app and type the database recovery key.',
        ),
      ];
    case 'keychain':
      return [
        note(
          'key.keychain',
          "The key is in this computer's keychain, which only the app can open: start it with --doctor to look into the database.",
        ),
      ];
    case 'passphrase':
      return [
        note(
          'key.passphrase',
          'The key is protected by a start passphrase: only the app, once it is open, can look into the database.',
        ),
      ];
    default:
      return [
        wrong(
          'key.unknown',
          'The key file cannot be read or understood. Put back the one that belongs to this database, or use the recovery key.',
        ),
      ];
  }
}

function ofFiles({ files, others }: Pick<Report, 'files' | 'others'>): Finding[] {
  const open = files.filter(({ mode }) => mode !== null && (Number.parseInt(mode, 8) & 0o077) !== 0);
  const foreign = files.filter(({ own }) => !own);
  const found: Finding[] = [];
  if (open.length > 0)
    found.push(
      wrong(
        'files.open',
        `Others on this computer can read ${open.map(({ name }) => name).join(', ')}. Take their permissions away: chmod go= <file>.`,
      ),
    );
  if (foreign.length > 0)
    found.push(
      wrong(
        'files.foreign',
        `${foreign.map(({ name }) => name).join(', ')} belong to another user: the app may not be able to write them.`,
      ),
    );
  if (others.count > 0)
    found.push(
      note(
        'files.others',
        `Not the app's own, and left alone: ${others.count} of the files and folders here.`,
      ),
    );
  return found;
}

function ofDisk({ disk, files }: Pick<Report, 'disk' | 'files'>): Finding[] {
  if (disk === null) return [];
  const database = files.find(({ name }) => name === 'atrium.db')?.bytes ?? 0;
  const needed = Math.max(littleSpace, 3 * database);
  if (disk.free >= needed) return [];
  const text = `${Math.floor(disk.free / megabyte)} MB are free on this disk; a backup and a migration need ${Math.ceil(needed / megabyte)} MB. Make room.`;
  return [disk.free < needed / 4 ? wrong('disk.full', text) : note('disk.low', text)];
}

function ofBackups({
  backups,
  database,
  madeAt,
}: Pick<Report, 'backups' | 'database' | 'madeAt'>): Finding[] {
  if (database.state === 'none') return [];
  if (!backups.reachable)
    return [
      wrong(
        'backups.unreachable',
        'The folder that backups go to cannot be read from here. Plug it in, or choose another under Settings, Backups.',
      ),
    ];
  const [newest] = backups.found;
  if (newest === undefined)
    return [
      note('backups.none', 'There is no backup yet. Settings, Backups says where they go, and makes one.'),
    ];
  const days = Math.floor((madeAt - newest.at) / day);
  return days > 7
    ? [wrong('backups.old', `The newest backup is ${days} days old. Settings, Backups says why.`)]
    : [];
}

function ofClock({ clock }: Pick<Report, 'clock'>): Finding[] {
  if (clock.mark === null) return [];
  const ahead = clock.now - clock.mark;
  if (ahead < -60_000)
    return [
      wrong(
        'clock.behind',
        `This computer's clock is ${Math.round(-ahead / 60_000)} minutes behind what the desk has seen. Set it right.`,
      ),
    ];
  if (ahead > 60 * day)
    return [
      note(
        'clock.ahead',
        `The desk was last used ${Math.floor(ahead / day)} days ago, or the clock is far ahead. Look at the date.`,
      ),
    ];
  return [];
}
