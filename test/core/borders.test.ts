import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

// Inside the checkout, so that packages resolve as they do for the real sources.
const cache = join(import.meta.dirname, '../../.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'borders-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plain = 'export const it = 1;\n';
const importing = (from: string) => `import * as there from '${from}';\nexport const it = there;\n`;

/** What nobody may import, and the rule that says so. */
const breaches: Record<string, { rule: string; imports: string }> = {
  'core/services/window.ts': { rule: 'core-stands-alone', imports: '../../electron/main' },
  'core/services/shell.ts': { rule: 'core-without-frameworks', imports: 'electron' },
  'core/services/drawing.ts': { rule: 'core-without-frameworks', imports: 'react' },
  // loop-b imports it, which is fine as long as this one doesn't import loop-b.
  'core/services/loop-a.ts': { rule: 'no-circular', imports: './loop-b' },
  'core/services/nowhere.ts': { rule: 'not-found', imports: './missing' },
  'core/services/unshipped.ts': { rule: 'shipped-code-ships-its-packages', imports: '@faker-js/faker' },
  'core/contract/rows.ts': { rule: 'shared-core-is-pure', imports: '../db/open' },
  'core/domain/files.ts': { rule: 'shared-core-is-pure', imports: 'node:fs' },
  'core/db/up.ts': { rule: 'database-below-services', imports: '../services/users' },
  'electron/draw.ts': { rule: 'shell-not-window', imports: '../renderer/app/root' },
  'electron/preload.ts': { rule: 'preload-knows-the-contract-only', imports: './main' },
  'renderer/ipc/reach.ts': { rule: 'window-imports-shared-core-only', imports: '../../core/db/open' },
  'renderer/ipc/files.ts': { rule: 'window-without-node', imports: 'node:fs' },
  'renderer/ipc/shell.ts': { rule: 'window-without-electron', imports: 'electron' },
  'renderer/features/users/sites.ts': { rule: 'features-apart', imports: '../sites/list' },
  'renderer/features/users/app.ts': { rule: 'features-not-app', imports: '../../app/root' },
  'renderer/components/users.ts': { rule: 'parts-not-screens', imports: '../features/sites/list' },
  'electron/fake.ts': { rule: 'test-support-stays-outside', imports: '../test/support/clock' },
};

const allowed: Record<string, string> = {
  'core/services/loop-a.ts': plain,
  'core/db/open.ts': importing('node:fs'),
  'core/domain/role.ts': plain,
  'core/contract/users.ts': importing('../domain/role'),
  'core/services/loop-b.ts': importing('./loop-a'),
  'core/services/users.ts': importing('../db/open'),
  'electron/main.ts': importing('electron'),
  'electron/compose.ts': importing('../core/services/users'),
  'renderer/app/root.ts': importing('../features/sites/list'),
  'renderer/components/table.ts': importing('react'),
  'renderer/features/sites/list.ts': importing('../../../core/contract/users'),
  'test/support/clock.ts': importing('../../core/domain/role'),
};

function write(files: Record<string, string>) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

function check(): { passed: boolean; report: string } {
  const script = join(import.meta.dirname, '../../scripts/lib/check-borders.mjs');
  try {
    return { passed: true, report: execFileSync(process.execPath, [script, folder], { encoding: 'utf8' }) };
  } catch (error) {
    return { passed: false, report: String((error as { stdout: unknown }).stdout) };
  }
}

test('an empty house does not pass as one in order', () => {
  write({
    'core/readme.txt': '',
    'electron/x.txt': '',
    'renderer/x.txt': '',
    'scripts/x.txt': '',
    'test/x.txt': '',
  });
  expect(check()).toEqual({ passed: false, report: expect.stringContaining('nothing was checked') });
});

test('imports that keep to the borders pass', () => {
  write(allowed);
  expect(check()).toEqual({ passed: true, report: expect.stringMatching(/ modules, 0 breaches/) });
});

test('every breach is reported by its rule', () => {
  write(
    Object.fromEntries(Object.entries(breaches).map(([file, { imports }]) => [file, importing(imports)])),
  );
  const { passed, report } = check();
  expect(passed).toBe(false);
  for (const [file, { rule }] of Object.entries(breaches)) expect(report).toContain(`${rule}: ${file} → `);
});
