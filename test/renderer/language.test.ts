import { expect, test } from 'vitest';
import type { AppState } from '../../core/contract/app';
import { languageOf } from '../../renderer/stores/language';

const none = { atEntry: null, inSession: null };

function state(run: 'en' | 'de' | null, own?: 'en' | 'de' | null): AppState {
  return {
    phase: own === undefined ? 'signIn' : 'ready',
    work: null,
    failure: null,
    restored: null,
    organisation: null,
    session:
      own === undefined
        ? null
        : {
            userId: 'u',
            email: 'a@b.example',
            displayName: 'Ada',
            role: 'member',
            sites: [],
            permissions: [],
            startedAt: 0,
            initialPassword: 'either',
            preferences: {
              language: own,
              theme: 'system',
              density: 'comfortable',
              usersView: 'unified',
              currentSiteId: null,
              invitationReminders: false,
            },
          },
    languageOverride: run,
    systemLanguage: 'de',
    showsNotifications: false,
    version: '0',
    platform: 'linux',
    now: 0,
  };
}

test('before signing in: the choice on the screen, then --lang, then the system', () => {
  expect(languageOf(state(null), none)).toBe('de');
  expect(languageOf(state('en'), none)).toBe('en');
  expect(languageOf(state('en'), { ...none, atEntry: 'de' })).toBe('de');
});

test('signed in: --lang wins over what the person keeps, a choice in this window over both', () => {
  expect(languageOf(state(null, 'en'), none)).toBe('en');
  expect(languageOf(state('de', 'en'), none)).toBe('de');
  expect(languageOf(state('de', 'en'), { ...none, inSession: 'en' })).toBe('en');
});

test('a choice on the sign-in screen yields to what the person keeps, not to the system', () => {
  expect(languageOf(state(null, null), { ...none, atEntry: 'en' })).toBe('en');
  expect(languageOf(state(null, 'de'), { ...none, atEntry: 'en' })).toBe('de');
});
