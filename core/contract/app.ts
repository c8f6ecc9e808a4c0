import { z } from 'zod';
import { permissions } from '../access/permissions';
import { initialPasswordModes } from '../domain/settings';
import { id, language, nothing, role, roleModel, theme, timestamp } from './fields';
import { open, route, signedIn } from './route';

export const usersView = z.enum(['unified', 'tabbed']);
export const density = z.enum(['comfortable', 'compact']);

/** Choices the app remembers per person. */
export const preferences = z.strictObject({
  language: language.nullable(),
  theme,
  density,
  usersView,
  /** The site chosen in the sidebar by people with several; `null`: the first of theirs. */
  currentSiteId: id.nullable(),
  /** A notification of the computer's when invitations come to expire within a day. */
  invitationReminders: z.boolean(),
});
export type Preferences = z.infer<typeof preferences>;

/** The signed-in person as the window may know them: role and sites as the grant carries them. */
export const sessionView = z.strictObject({
  userId: id,
  email: z.string(),
  displayName: z.string(),
  role,
  sites: z.array(z.strictObject({ id, name: z.string() })),
  permissions: z.array(
    z.enum(permissions as [(typeof permissions)[number], ...(typeof permissions)[number][]]),
  ),
  startedAt: timestamp,
  /** Who sets first passwords, for the dialogs that ask for one. */
  initialPassword: z.enum(initialPasswordModes),
  preferences,
});
export type SessionView = z.infer<typeof sessionView>;

/** What the app does with its files while no window can be used. */
export const deskWork = z.enum(['opening', 'migrating', 'backingUp', 'restoring', 'changingKey']);

/**
 * What this window has to show. `working`: the database is closed or not open yet, because something is done with it.
 * `passphrase`: it opens with the start
 * passphrase. `failed`: it can't be used. In these nothing but `app.state` and `app.quit` answers, and `key.*` where a key is missing. `setUp`: no organisation yet. The
 * others follow the session of this window.
 */
export const appState = z.strictObject({
  phase: z.enum(['working', 'passphrase', 'failed', 'setUp', 'signIn', 'passwordDue', 'locked', 'ready']),
  /** Set in phase `working`. */
  work: z
    .strictObject({
      doing: deskWork,
      /** How much of it is done, 0 to 1; `null`: not known. */
      progress: z.number().min(0).max(1).nullable(),
    })
    .nullable(),
  /** Set in phase `failed`: why, and which file. */
  failure: z
    .strictObject({
      code: z.enum([
        'database.corrupt',
        'database.newer',
        'database.key_missing',
        'database.key_wrong',
        'database.in_use',
        'database.unreadable',
        'database.no_room',
        'database.no_room_first',
        'database.not_backed_up',
      ]),
      path: z.string(),
    })
    .nullable(),
  /** What was restored last in this run, and where the state before it is: the name of a backup, or a folder. */
  restored: z
    .strictObject({
      at: timestamp,
      backupAt: timestamp,
      keptAs: z.string().nullable(),
      setAside: z.string().nullable(),
    })
    .nullable(),
  organisation: z.strictObject({ id, name: z.string(), roleModel }).nullable(),
  session: sessionView.nullable(),
  /** Language of this run (`--lang`), which wins over the person's; `null` when not given. */
  languageOverride: language.nullable(),
  /** The system's language when it is one of ours, else English. */
  systemLanguage: language,
  version: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  /** Whether this computer shows notifications. */
  showsNotifications: z.boolean(),
  /** Main's clock, UTC ms: relative times on screen count from it, so that the test clock moves them too. */
  now: timestamp,
});
export type AppState = z.infer<typeof appState>;

export const appContract = {
  'app.state': route(open, nothing, appState),
  /** Opens another window, which starts at the sign-in screen. Error: `app.too_many_windows`. */
  'app.newWindow': route({ kind: 'session', whenPasswordDue: true }, nothing, nothing),
  /** Puts text on the clipboard; the window itself has no clipboard permission. */
  'app.copyText': route(signedIn, z.strictObject({ text: z.string().min(1).max(4000) }), nothing),
  /** Remembers choices of the signed-in person; keys left out stay. */
  'app.setPreferences': route(signedIn, preferences.partial(), preferences),
  /**
   * Prints what this window has laid out for paper (its print-only sheet). Without a printer main offers to save a PDF.
   * `printed: false`: the person left the dialog.
   */
  'app.print': route(
    signedIn,
    z.strictObject({ title: z.string().min(1).max(200), paper: z.enum(['A4', 'A6']) }),
    z.strictObject({ printed: z.boolean(), savedTo: z.string().nullable() }),
  ),
  /** The invitation's link that the system opened for this window; answered once. */
  'app.openedLink': route(open, nothing, z.strictObject({ link: z.string().nullable() })),
  /**
   * In phase `failed`: opens the database once more, when somebody has seen to what was wrong. Answers when that is over;
   * `app.state` then says what came of it.
   */
  'app.openAgain': route(open, nothing, nothing),
  'app.quit': route(open, nothing, nothing),
};
