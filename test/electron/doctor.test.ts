import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir, hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../core/db/open';
import { examine, type Patient } from '../../electron/doctor/examine';
import { visit } from '../../electron/doctor/visit';
import { fakeClock } from '../support/clock';
import { tempFolder } from '../support/db';
import { migrationsFolder, openOptions } from '../support/options';
import { behindTheBack } from '../support/tamper';
import { addPerson, admin, startReadyDesk } from './support/desk';

const now = Date.UTC(2026, 10, 25, 12);

/** A desk that was used and closed, with its key in the file where there is no keychain. */
async function usedDesk(clock = fakeClock(now)) {
  const test = await startReadyDesk({ clock });
  await addPerson(test, 'bo@nordlicht.example', 'member');
  await test.ask(test.windowId, 'invitations.create', {
    email: 'cleo@nordlicht.example',
    role: 'member',
    siteIds: [test.siteId],
  });
  await test.ask(test.windowId, 'session.signIn', { ...admin, password: 'not hers at all' });
  test.close();
  const keyText = readFileSync(join(test.path, 'test.key'), 'utf8');
  writeFileSync(join(test.path, 'atrium.key'), keyText, { mode: 0o600 });
  const patient: Patient = {
    folder: test.path,
    migrationsFolder,
    versions: { app: '1.2.3', electron: '45.4.1', chromium: null },
    testKeychain: null,
    storage: null,
    now: () => now,
  };
  const key = Buffer.from(keyText.replace('plain:', '').trim(), 'base64');
  return { ...test, patient, key };
}

type UsedDesk = Awaited<ReturnType<typeof usedDesk>>;

function codes({ findings }: Awaited<ReturnType<typeof examine>>): string[] {
  return findings
    .map(({ code }) => code)
    .filter((code) => code !== 'files.others' && code !== 'backups.none');
}

function behind({ path, key }: UsedDesk, ...statements: string[]): void {
  const db = openDatabase({ ...openOptions(join(path, 'atrium.db'), fakeClock(now)), key });
  behindTheBack(db, ...statements);
  db.close();
}

describe('the doctor', () => {
  it('tells versions, sizes, rows and an audit log that is whole, and finds nothing wrong with a desk in order', async () => {
    const desk = await usedDesk();
    const report = await examine(desk.patient);
    expect(codes(report)).toEqual([]);
    expect(report).toMatchObject({
      versions: { app: '1.2.3', electron: '45.4.1', node: process.versions.node },
      key: { kind: 'file', readable: true },
      database: {
        state: 'open',
        integrity: [],
        orphans: 0,
        audit: { problem: null, anchor: 'kept' },
        rows: { user: 2, invitation: 1, site: 1 },
      },
      clock: { now },
    });
    expect(report.versions.sqlite).toMatch(/^3\./);
    expect(report.files.find(({ name }) => name === 'atrium.db')).toMatchObject({ mode: '0600', own: true });
  });

  it('changes none of the files', async () => {
    const desk = await usedDesk();
    const fingerprint = () =>
      readdirSync(desk.path)
        .filter((name) => name.startsWith('atrium.') && !/-(wal|shm)$/.test(name))
        .map((name) => {
          const { mode, mtimeMs } = statSync(join(desk.path, name));
          const bytes = readFileSync(join(desk.path, name));
          return { name, mode, mtimeMs, hash: createHash('sha256').update(bytes).digest('hex') };
        });
    const before = fingerprint();
    await examine(desk.patient);
    expect(fingerprint()).toEqual(before);
  });

  it('makes no folder where there is none', async () => {
    const desk = await usedDesk();
    const folder = join(tempFolder(), 'nowhere');
    const report = await examine({ ...desk.patient, folder });
    expect(codes(report)).toEqual(['database.none']);
    expect(statSync(folder, { throwIfNoEntry: false })).toBeUndefined();
  });

  it('says that only the app can ask the keychain, and asks it when it can', async () => {
    const desk = await usedDesk();
    const sealed = Buffer.from(`sealed ${desk.key.toString('base64')}`);
    writeFileSync(join(desk.path, 'atrium.key'), `keychain:${sealed.toString('base64')}\n`, { mode: 0o600 });
    expect(codes(await examine(desk.patient))).toEqual(['key.keychain']);
    const storage = {
      isEncryptionAvailable: () => true,
      getSelectedStorageBackend: () => 'gnome_libsecret',
      encryptString: (text: string) => Buffer.from(`sealed ${text}`),
      decryptString: (encrypted: Buffer) => encrypted.toString().replace('sealed ', ''),
    };
    const report = await examine({ ...desk.patient, storage });
    expect(report).toMatchObject({ key: { kind: 'keychain', readable: true }, database: { state: 'open' } });
  });

  it.each<[string, string[], (desk: UsedDesk) => void]>([
    [
      'a key that is another’s',
      ['database.key_wrong_or_damaged'],
      ({ path }) =>
        writeFileSync(join(path, 'atrium.key'), `plain:${Buffer.alloc(32, 7).toString('base64')}\n`, {
          mode: 0o600,
        }),
    ],
    [
      'a key that is no key',
      ['key.unknown'],
      ({ path }) => writeFileSync(join(path, 'atrium.key'), 'plain:abc'),
    ],
    [
      'a start passphrase',
      ['key.passphrase'],
      ({ path }) => writeFileSync(join(path, 'atrium.key'), 'passphrase:whatever\n'),
    ],
    [
      'a page that was overwritten',
      ['database.corrupt'],
      ({ path }) => {
        const file = join(path, 'atrium.db');
        const bytes = readFileSync(file);
        bytes.fill(1, 3 * 4096, bytes.length);
        writeFileSync(file, bytes);
      },
    ],
    ['a file that others can read', ['files.open'], ({ path }) => chmodSync(join(path, 'atrium.key'), 0o644)],
    [
      'an entry of the audit log that was changed',
      ['audit.broken'],
      (desk) => behind(desk, "update audit_event set action = 'user.delete' where n = 2"),
    ],
    [
      'rows whose parent is gone',
      ['database.orphans'],
      (desk) => behind(desk, 'pragma foreign_keys = off', 'delete from site'),
    ],
    [
      'a clock that is behind',
      ['clock.behind'],
      (desk) => behind(desk, `insert or replace into clock_mark values (1, ${now + 3_600_000})`),
    ],
    [
      'a folder for backups that is gone',
      ['backups.unreachable'],
      (desk) =>
        behind(
          desk,
          "insert into backup_settings values (1, 'daily', 12, 1, 'halfYear', '/media/gone/ada', 1)",
        ),
    ],
    [
      'a backup that is old',
      ['backups.old'],
      ({ path }) => {
        mkdirSync(join(path, 'backups'), { mode: 0o700 });
        const file = join(path, 'backups', 'atrium-20261101-120000-scheduled.atrium-backup');
        writeFileSync(file, 'x', { mode: 0o600 });
      },
    ],
  ])('notices %s', async (_what, expected, make) => {
    const desk = await usedDesk();
    make(desk);
    expect(codes(await examine(desk.patient))).toEqual(expected);
  });

  it('takes codes out of the log and nothing else, whatever stands there', async () => {
    const desk = await usedDesk();
    const lines = [
      { at: '2026-11-24T08:00:00.000Z', event: 'database.refused', why: { code: 'database.in_use' } },
      {
        at: '2026-11-24T09:00:00.000Z',
        fault: 'id-1',
        where: 'mail',
        name: 'Error',
        code: 'ENOSPC',
        stack: ['at /home/ada/x.js'],
      },
      {
        at: '2026-11-24T10:00:00.000Z',
        fault: 'id-2',
        where: 'Ada Berg',
        name: 'ada@nordlicht.example',
        message: 'Ada Berg',
      },
      { at: 'Ada Berg', event: 'Ada Berg' },
    ];
    mkdirSync(join(desk.path, 'logs'));
    writeFileSync(
      join(desk.path, 'logs', 'atrium.log'),
      `${lines.map((line) => JSON.stringify(line)).join('\n')}\nAda Berg\n`,
    );
    const { faults } = await examine(desk.patient);
    expect(faults).toEqual([
      { at: '2026-11-24T10:00:00.000Z', what: 'fault', where: null, code: null },
      { at: '2026-11-24T09:00:00.000Z', what: 'fault', where: 'mail', code: 'ENOSPC' },
      { at: '2026-11-24T08:00:00.000Z', what: 'database.refused', where: null, code: 'database.in_use' },
    ]);
  });
});

describe('the support bundle', () => {
  it('is its owner’s alone, and holds no name, address, place, password or key', async () => {
    const desk = await usedDesk();
    writeFileSync(join(desk.path, 'Ada Berg, bo@nordlicht.example.csv'), 'Ada Berg');
    mkdirSync(join(desk.path, 'backups'));
    writeFileSync(join(desk.path, 'backups', 'Ada Berg.atrium-backup'), 'x');
    const out = tempFolder();
    let printed = '';
    const code = await visit({ ...desk.patient, out, print: (text) => (printed += text) });
    const [name = ''] = readdirSync(out);
    expect(name).toBe('atrium-support-20261125-120000.json.gz');
    expect(statSync(join(out, name)).mode & 0o777).toBe(0o600);
    const text = gunzipSync(readFileSync(join(out, name))).toString();
    expect(JSON.parse(text)).toMatchObject({ database: { state: 'open', rows: { user: 2 } } });
    const needles = [
      ...['Ada Berg', 'Berg', 'Bo Quist', 'cleo', 'nordlicht', 'Hafen', '@'],
      ...[admin.password, 'not hers', 'seventeen blue kites'],
      ...[desk.key.toString('hex'), desk.key.toString('base64'), desk.path, out],
      // One as short as `pc` would be in any text.
      ...[homedir(), hostname(), `/${userInfo().username}/`].filter((text) => text.length > 4),
    ];
    for (const needle of needles) expect(text.toLowerCase()).not.toContain(needle.toLowerCase());
    // What is printed is for the person at the computer: the folder's name and no more.
    expect(printed.replaceAll(desk.path, '').replaceAll(out, '')).not.toMatch(/berg|nordlicht|hafen/i);
    expect(code).toBe(1);
  });
});
