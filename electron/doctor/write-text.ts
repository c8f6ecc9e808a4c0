import type { DatabaseFact, Report } from '../../core/doctor/report';

/** The report for a person to read, with the folder's name, which the bundle doesn't have. */
export function textOf(report: Report, folder: string): string {
  const { versions, system, clock, disk, files, others, key, backups, faults, findings } = report;
  const lines = [
    `Atrium Desk ${versions.app} · Electron ${versions.electron ?? '–'} · Node ${versions.node} · SQLite ${versions.sqlite} (${versions.cipher})`,
    `${system.platform} ${system.release}, ${system.architecture}, ${system.processors} processors, ${size(system.memory)} memory`,
    `Clock     ${moment(clock.now)}${clock.mark === null ? '' : `, last seen by the desk ${moment(clock.mark)}`}`,
    `Folder    ${folder}`,
    `Disk      ${disk === null ? 'unknown' : `${size(disk.free)} free of ${size(disk.total)}`}`,
    `Key       ${key.kind}${key.readable ? '' : ', not readable from here'}`,
    '',
    'Files',
    ...files.map(
      ({ name, bytes, mode }) => `  ${name.padEnd(18)} ${size(bytes).padStart(10)}  ${mode ?? ''}`,
    ),
    ...(others.count === 0
      ? []
      : [`  ${`${others.count} others`.padEnd(18)} ${size(others.bytes).padStart(10)}`]),
    '',
    'Database',
    ...databaseLines(report.database).map((line) => `  ${line}`),
    '',
    backups.elsewhere ? 'Backups, in the folder chosen for them' : 'Backups',
    ...orNone(
      backups.found.map(
        ({ kind, at, bytes }) => `  ${moment(at)}  ${kind.padEnd(10)} ${size(bytes).padStart(10)}`,
      ),
    ),
    '',
    'Last in the log, codes only',
    ...orNone(
      faults.map(({ at, what, where, code }) => `  ${at}  ${[what, where, code].filter(Boolean).join('  ')}`),
    ),
    '',
    ...(findings.length === 0
      ? ['✓ All is well.']
      : findings.map(({ severity, text }) => `${severity === 'wrong' ? '✖' : '·'} ${text}`)),
  ];
  return `${lines.join('\n')}\n`;
}

function databaseLines(database: DatabaseFact): string[] {
  switch (database.state) {
    case 'none':
      return ['none yet'];
    case 'closed':
      return ['not looked into'];
    case 'refused':
      return [`can't be opened: ${database.code}`];
    case 'open': {
      const { schema, integrity, orphans, audit, rows, took } = database;
      const chain = audit.problem === null ? 'whole' : `${audit.problem.kind} at ${audit.problem.n}`;
      return [
        `schema     ${schema.found} of ${schema.known} migrations`,
        `integrity  ${integrity.length === 0 ? 'ok' : integrity.join('; ')}, ${orphans} rows without their parent`,
        `audit log  ${audit.entries} entries, ${chain}; its end outside: ${audit.anchor}`,
        `rows       ${Object.entries(rows)
          .map(([table, count]) => `${table} ${count}`)
          .join(', ')}`,
        `looked at in ${took} ms`,
      ];
    }
  }
}

function orNone(lines: string[]): string[] {
  return lines.length === 0 ? ['  none'] : lines;
}

function moment(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ').concat(' UTC');
}

function size(bytes: number): string {
  if (bytes < 10_000) return `${bytes} B`;
  const megabytes = bytes / 1_000_000;
  if (megabytes < 10) return `${megabytes.toFixed(2)} MB`;
  return megabytes < 10_000 ? `${Math.round(megabytes)} MB` : `${Math.round(megabytes / 1000)} GB`;
}
