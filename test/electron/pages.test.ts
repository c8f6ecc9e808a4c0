import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentPolicy } from '../../electron/window/content-policy';
import { isOwnAddress, packedPages, pageSource } from '../../electron/window/origin';
import { fileOf, readPageFile } from '../../electron/window/page-files';
import { tempFolder } from '../support/db';

describe('files of a page', () => {
  it('are those below the renderer', () => {
    expect(fileOf('/out', 'app://atrium/assets/index.js')).toBe('/out/assets/index.js');
    expect(fileOf('/out', 'app://atrium/assets/a%20b.css?v=1#x')).toBe('/out/assets/a b.css');
  });

  it.each([
    'app://atrium/%2e%2e/%2e%2e/etc/passwd.json',
    'app://atrium/assets/..%2f..%2f..%2fatrium.json',
    'app://atrium/..%5c..%5cwindows.json',
    'app://atrium/c:/windows.json',
    'app://atrium/index.html%00.js',
    'app://atrium/%E0%A4%A.js',
    'app://elsewhere/index.html',
    'file:///etc/passwd.json',
    'https://atrium/index.html',
    'nonsense',
  ])('nothing else is: %s', (address) => {
    const file = fileOf('/out', address);
    expect(file === null || file.startsWith('/out/')).toBe(true);
    expect(file ?? '/out/').toMatch(/^\/out\//);
  });

  it('are read with their type, and never through a link that leads out', async () => {
    const folder = tempFolder();
    const root = join(folder, 'renderer');
    mkdirSync(root);
    writeFileSync(join(folder, 'secret.json'), '{}');
    writeFileSync(join(root, 'index.html'), '<p>');
    writeFileSync(join(root, 'run.sh'), '');
    symlinkSync(join(folder, 'secret.json'), join(root, 'link.json'));
    expect((await readPageFile(root, 'app://atrium/index.html'))?.type).toBe('text/html; charset=utf-8');
    expect(await readPageFile(root, 'app://atrium/link.json')).toBeNull();
    expect(await readPageFile(root, 'app://atrium/')).toBeNull();
    expect(await readPageFile(root, 'app://atrium/run.sh')).toBeNull();
    expect(await readPageFile(root, 'app://atrium/missing.js')).toBeNull();
    expect(await readPageFile(root, 'app://atrium/%2e%2e/secret.json')).toBeNull();
  });
});

describe('content policy', () => {
  it('lets a packed page load itself only, with inline styles and no inline scripts', () => {
    const policy = contentPolicy(packedPages);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    for (const none of ['object-src', 'form-action', 'frame-ancestors', 'base-uri', 'frame-src']) {
      expect(policy).toContain(`${none} 'none'`);
    }
    expect(policy).not.toMatch(/unsafe-eval|http|\*|ws:/);
    expect(policy.match(/unsafe-inline/g)).toHaveLength(1);
  });
});

describe('where pages come from', () => {
  it('is a development server in an unpackaged app only', () => {
    expect(pageSource(true, 'http://localhost:5173')).toBe(packedPages);
    expect(pageSource(false, undefined)).toBe(packedPages);
    expect(pageSource(false, 'http://localhost:5173/')).toMatchObject({
      origin: 'http://localhost:5173',
      development: true,
    });
  });

  it('is told by the whole origin', () => {
    expect(isOwnAddress('app://atrium/users', packedPages)).toBe(true);
    for (const address of [
      'app://atrium.example/',
      'app://other/',
      'https://atrium/',
      'file:///',
      'javascript:1',
      '',
    ]) {
      expect(isOwnAddress(address, packedPages)).toBe(false);
    }
  });
});
