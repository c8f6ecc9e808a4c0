import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { AuditFilter } from '../../../core/contract/audit';
import { memoryFile } from '../../support/memory-file';
import { createDesk } from '../services/desk';
import { auditOf, refused } from '../services/observe';

const everything: AuditFilter = {
  actorId: null,
  subjectId: null,
  topic: null,
  siteId: null,
  from: null,
  before: null,
  text: '',
};
const quietly = () => ({ signal: new AbortController().signal, progress: () => undefined });

describe('an export', () => {
  it('as CSV is what the filter shows, quoted, with formulas made text', async () => {
    const desk = await createDesk();
    await desk.person({ displayName: '=cmd|"x"' });
    const file = memoryFile();
    const filter = { ...everything, topic: 'people' as const };
    const done = await desk.services.auditLog.export(desk.admin, { filter, format: 'csv' }, file, quietly());
    expect(done).toEqual({ path: '/somewhere/Activity', entries: 2 });
    const rows = parse(file.text() ?? '', { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toMatchObject([
      { Who: 'Ada Lindqvist', Action: 'user.create', 'Whom or what': `'=cmd|"x"`, Outcome: 'done' },
      { Who: 'Ada Lindqvist', Action: 'user.create', 'Whom or what': 'Ada Lindqvist' },
    ]);
    expect(rows[0]?.Changes).toContain('role: – → member');
    expect(file.text()).toMatch(/^\uFEFF"Time/);
  });

  it('as JSON holds the entries as they are shown', async () => {
    const desk = await createDesk();
    const page = await desk.services.auditLog.page(desk.admin, {
      filter: everything,
      after: null,
      limit: 200,
    });
    const file = memoryFile();
    await desk.services.auditLog.export(desk.admin, { filter: everything, format: 'json' }, file, quietly());
    const written = JSON.parse(file.text() ?? '') as Record<string, unknown>[];
    const shown = page.entries.map(({ undoable: _offered, ...entry }) => entry);
    expect(written).toMatchObject(shown);
    expect(written[0]?.time).toBe(new Date(page.entries[0]?.at ?? 0).toISOString());
  });

  it('is itself noted, with its filter and how many, before the file has its name', async () => {
    const desk = await createDesk();
    const subject = await desk.person({ displayName: 'Bo Ek' });
    const file = memoryFile();
    const filter = { ...everything, subjectId: subject, siteId: desk.siteId, from: 5, text: 'bo ek' };
    const noted: boolean[] = [];
    const finish = () => {
      noted.push(auditOf(desk.db, 'audit.export').length === 1);
      return file.finish();
    };
    await desk.services.auditLog.export(
      desk.admin,
      { filter, format: 'csv' },
      { ...file, finish },
      quietly(),
    );
    expect(noted).toEqual([true]);
    expect(auditOf(desk.db, 'audit.export')).toMatchObject([
      {
        actorId: desk.admin.userId,
        data: {
          format: 'csv',
          entries: 1,
          aboutWhom: 'Bo Ek',
          atSite: 'Harbour House',
          from: 5,
          searched: true,
        },
      },
    ]);
    expect(JSON.stringify(desk.db.statement('select data from audit_event').all())).not.toMatch(/bo ek/i);
  });

  it('that is stopped, can’t be written or isn’t allowed any more leaves no file and no entry', async () => {
    const desk = await createDesk();
    const { auditLog, users } = desk.services;
    const chief = await desk.actor({ role: 'tenant_admin' });
    const input = { filter: everything, format: 'json' as const };
    const stopped = memoryFile();
    const abort = new AbortController();
    abort.abort();
    await refused(
      () => auditLog.export(desk.admin, input, stopped, { ...quietly(), signal: abort.signal }),
      'audit.cancelled',
    );
    const full = memoryFile();
    const write = () => Promise.reject(new Error('no room'));
    await expect(auditLog.export(desk.admin, input, { ...full, write }, quietly())).rejects.toThrow(
      'no room',
    );
    users.deactivate(desk.admin, { id: chief.userId });
    const late = memoryFile();
    await refused(() => auditLog.export(chief, input, late, quietly()), 'access.session_required');
    for (const file of [stopped, full, late]) {
      expect(file.text()).toBeNull();
      expect(file.finished()).toBe(false);
    }
    expect(auditOf(desk.db, 'audit.export')).toEqual([]);
  });
});
