import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dataFolder, prepareFolder, readArguments } from '../../electron/app-folder';
import { systemLanguage } from '../../electron/platform/language';
import { tempFolder } from '../support/db';

describe('arguments', () => {
  it('reads folder and language, the last of several winning', () => {
    const argv = [
      'electron',
      '.',
      '--lang=de',
      '--data-dir=/first',
      '--no-sandbox',
      '--lang=en',
      '--data-dir=/a=b',
    ];
    expect(readArguments(argv)).toEqual({ dataDir: '/a=b', language: 'en' });
    expect(readArguments(['--lang=en', '--lang=de-AT']).language).toBe('de');
  });

  it('takes a language that is none of ours, and an empty folder, as not given', () => {
    expect(readArguments(['--lang=de', '--lang=fr', '--data-dir='])).toEqual({
      dataDir: null,
      language: null,
    });
    expect(readArguments(['--language=de', 'lang=de'])).toEqual({ dataDir: null, language: null });
  });

  it('prefers the argument to the variable to the platform folder', () => {
    const env = { ATRIUM_DATA_DIR: '/from/env' };
    const given = { dataDir: '/from/argument', language: null };
    expect(dataFolder(given, env, '/platform')).toBe('/from/argument');
    expect(dataFolder({ ...given, dataDir: null }, env, '/platform')).toBe('/from/env');
    expect(dataFolder({ ...given, dataDir: null }, { ATRIUM_DATA_DIR: '' }, '/platform')).toBe('/platform');
    expect(dataFolder({ ...given, dataDir: 'here' }, env, '/platform')).toBe(resolve('here'));
  });
});

describe('language of the system', () => {
  it('is the first one of ours, else English', () => {
    expect(systemLanguage(['fr-FR', 'de_CH', 'en-GB'])).toBe('de');
    expect(systemLanguage(['fr-FR'])).toBe('en');
    expect(systemLanguage([])).toBe('en');
  });
});

describe('data folder', () => {
  it('is made for its owner only, with the profile in it', () => {
    const path = join(tempFolder(), 'desk');
    const folder = prepareFolder(path);
    expect(folder.profile).toBe(join(path, 'profile'));
    expect(folder.database).toBe(join(path, 'atrium.db'));
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  it('leaves the rights of an existing folder alone', () => {
    const path = tempFolder();
    chmodSync(path, 0o755);
    prepareFolder(path);
    expect(statSync(path).mode & 0o777).toBe(0o755);
  });

  it('closes a profile that was copied here open to others', () => {
    const path = tempFolder();
    mkdirSync(join(path, 'profile'), { mode: 0o755 });
    prepareFolder(path);
    expect(statSync(join(path, 'profile')).mode & 0o777).toBe(0o700);
  });

  it('still gives Chromium a profile when the folder cannot be', () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    const { profile, database } = prepareFolder(file);
    onTestFinished(() => rmSync(profile, { recursive: true }));
    expect(database).toBe(join(file, 'atrium.db'));
    expect(profile.startsWith(file)).toBe(false);
    mkdirSync(join(profile, 'usable'));
  });
});
