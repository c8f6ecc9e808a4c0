import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { SignInPage } from '../pages/sign-in-page';
import { Desk } from '../support/desk';
import { appFolder } from '../support/electron';
import { type Listener, startListener } from '../support/listener';
import { ada } from '../support/nordhaus';

/**
 * The lines of Electron's own security checklist that show in a running app, by their numbers there; docs/security.md says
 * where each of the others is proven. What a page tries here is what somebody could who runs code in it.
 */

let elsewhere: Listener;

/** Electron keeps what a window was made with, and leaves it out of its types. */
interface Made {
  getLastWebPreferences(): Electron.WebPreferences | null;
}

test.beforeAll(async () => {
  elsewhere = await startListener();
});

test.afterAll(() => elsewhere.stop());

test('2, 3, 4, 6, 8, 9, 10, 11: every window is closed in', async ({ desk, users }) => {
  await desk.windowFrom(async () => (await users.shell()).account('New window'));

  const windows = await desk.main.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      (webContents as unknown as Made).getLastWebPreferences(),
    ),
  );

  expect(windows).toHaveLength(2);
  for (const preferences of windows) {
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
    });
    expect(preferences?.nodeIntegrationInWorker ?? false).toBe(false);
    expect(preferences?.experimentalFeatures ?? false).toBe(false);
    expect(preferences?.enableBlinkFeatures ?? '').toBe('');
  }
});

test('5: a page gets no permission of the computer', async ({ desk, users }) => {
  const asked = await users.page.evaluate(async () => {
    const refusal = (act: () => Promise<unknown> | undefined) =>
      Promise.resolve()
        .then(act)
        .then(
          (value) => `got ${String(value)}`,
          (error: unknown) =>
            error instanceof Error || error instanceof DOMException ? error.name : 'refused',
        );
    const where = () =>
      new Promise((resolve, reject) =>
        navigator.geolocation.getCurrentPosition(resolve, () => reject(new Error('refused'))),
      );
    return {
      camera: await refusal(() => navigator.mediaDevices?.getUserMedia({ video: true })),
      screen: await refusal(() => navigator.mediaDevices?.getDisplayMedia({ video: true })),
      place: await refusal(where),
      clipboard: await refusal(() => navigator.clipboard?.readText()),
      notification: await Notification.requestPermission(),
      persistence: await navigator.storage.persist(),
    };
  });

  expect(asked.notification).toBe('denied');
  expect(asked.persistence).toBe(false);
  for (const [what, answer] of Object.entries({ ...asked, notification: '', persistence: '' })) {
    expect(answer, what).not.toMatch(/^got/);
  }
  const granted = await users.page.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'notifications', 'midi', 'clipboard-read'];
    const states = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
    return (await Promise.all(states)).filter(({ state }) => state === 'granted').length;
  });
  expect(granted).toBe(0);
  desk.takeComplaints(/permission|Permissions policy/i);
});

test('1, 7: nothing is loaded from elsewhere, and no script runs that isn’t ours', async ({
  desk,
  users,
}) => {
  const ran = await users.page.evaluate(
    async ({ origin, written }) => {
      const kept = globalThis as unknown as { ran: string[]; setTimeout(code: string): void };
      kept.ran = [];
      const add = (html: string) => document.body.insertAdjacentHTML('beforeend', html);
      // Inline code, in each of its forms.
      const script = document.createElement('script');
      script.textContent = 'ran.push("inline script")';
      document.body.append(script);
      add('<img src="data:," onerror="ran.push(\'handler\')">');
      const link = document.createElement('a');
      link.href = 'javascript:ran.push("javascript address")';
      document.body.append(link);
      link.click();
      const attempts: [string, () => unknown][] = [
        // biome-ignore lint/security/noGlobalEval: that it is refused is what this test is about.
        ['eval', () => globalThis.eval('ran.push("eval")')],
        ['Function', () => new Function('ran.push("Function")')()],
        ['timer', () => kept.setTimeout('ran.push("timer")')],
        ['module', () => import(`${origin}/module.js`)],
        ['data module', () => import(written)],
        ['blob worker', () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))],
        ['fetch', () => fetch(`${origin}/fetch`)],
        ['post', () => fetch(`${origin}/post`, { method: 'POST', mode: 'no-cors', body: 'x' })],
        ['beacon', () => navigator.sendBeacon(`${origin}/beacon`, 'x')],
        ['events', () => new EventSource(`${origin}/events`)],
        ['socket', () => new WebSocket(`${origin.replace('http', 'ws')}/socket`)],
      ];
      for (const [, attempt] of attempts) {
        // From a timer: what a test has a page run at once is let through by the policy.
        await new Promise<void>((resolve) => {
          setTimeout(() => {
            // Refusals are what is looked for: what got through shows in `ran` and at the server.
            void Promise.resolve()
              .then(attempt)
              .catch(() => undefined)
              .finally(resolve);
          });
        });
      }
      add(`<img src="${origin}/image.png">`);
      add(
        `<link rel="stylesheet" href="${origin}/style.css"><link rel="prefetch" href="${origin}/prefetch">`,
      );
      add(`<iframe src="${origin}/frame"></iframe><object data="${origin}/object"></object>`);
      add(
        `<video src="${origin}/video"></video><div style="background:url(${origin}/background.png)">x</div>`,
      );
      const remote = document.createElement('script');
      const settled = new Promise((resolve) => {
        remote.onerror = resolve;
        remote.onload = resolve;
      });
      remote.src = `${origin}/script.js`;
      document.body.append(remote);
      await settled;
      return kept.ran;
    },
    { origin: elsewhere.origin, written: 'data:text/javascript,ran.push("data module")' },
  );

  expect(ran).toEqual([]);
  const policy = await users.page.evaluate(async () =>
    (await fetch(location.pathname)).headers.get('content-security-policy'),
  );
  expect(policy).toMatch(/script-src 'self';/);
  // Main answers after whatever was under way before; by then a request would have been heard.
  await desk.main.evaluate(({ session }) => session.defaultSession.getCacheSize());
  expect(elsewhere.heard).toEqual([]);
  expect(
    desk.takeComplaints(/Content Security Policy|Failed to load resource|Refused|violates/i),
  ).toBeGreaterThan(0);
});

test('11, 12, 13, 14: nothing leads out of a window, and no other opens', async ({ desk, users }) => {
  const here = await desk.addressOf(users.page);
  const before = await desk.main.evaluate(({ webContents }) => webContents.getAllWebContents().length);

  await users.page.evaluate((origin) => {
    const targets = [
      origin,
      'https://example.com/',
      'file:///etc/hosts',
      'data:text/html,elsewhere',
      'blob:nothing',
      'about:blank',
      'atrium-desk://invitation/AAAAAAAAAAAAAAAAAAAAAA',
      'app://other/index.html',
      'view-source:app://atrium/index.html',
      'chrome://version',
      'devtools://devtools/bundled/inspector.html',
    ];
    for (const target of targets) {
      for (const name of ['_self', '_blank', '_top', 'named']) {
        const link = document.createElement('a');
        link.href = target;
        link.target = name;
        document.body.append(link);
        link.click();
      }
      window.open(target);
      window.open(target, '_self');
      const form = document.createElement('form');
      form.action = target;
      form.method = 'post';
      document.body.append(form);
      form.submit();
      location.assign(target);
    }
    const download = document.createElement('a');
    download.href = URL.createObjectURL(new Blob(['x']));
    download.download = 'x.txt';
    download.click();
    document.head.insertAdjacentHTML('beforeend', `<meta http-equiv="refresh" content="0;url=${origin}">`);
    const webview = document.createElement('webview');
    webview.setAttribute('src', origin);
    webview.setAttribute('allowpopups', '');
    document.body.append(webview);
  }, elsewhere.origin);

  // The page is asked itself: a refused navigation is one that never ends to who drives it.
  expect(await users.page.evaluate(() => document.body.innerText)).toContain('Total Users');
  expect(await desk.addressOf(users.page)).toBe(here);
  expect(desk.windowCount()).toBe(1);
  expect(await desk.main.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(before);
  expect(elsewhere.heard).toEqual([]);
  desk.takeComplaints(/./);
});

test('17: requests are answered to our own pages only', async ({ desk, users }) => {
  const preload = join(appFolder, 'out/preload/preload.cjs');
  const answers = await desk.main.evaluate(async ({ BrowserWindow }, bridge) => {
    const asked: unknown[] = [];
    // Our own page in a window that isn't one of the app's, and another page with our bridge.
    for (const address of ['app://atrium/index.html', 'data:text/html,elsewhere']) {
      const window = new BrowserWindow({ show: false, webPreferences: { preload: bridge, sandbox: true } });
      await window.loadURL(address);
      asked.push(await window.webContents.executeJavaScript('atrium.request("app.state", {})'));
      window.destroy();
    }
    return asked;
  }, preload);

  expect(answers).toEqual([
    { ok: false, error: { code: 'request.foreign_sender', data: {} } },
    { ok: false, error: { code: 'request.foreign_sender', data: {} } },
  ]);
  await expect(users.row(ada.email)).toBeVisible();
  desk.takeComplaints(/./);
});

test('18: pages come over a scheme of their own that reaches nothing else of the disk', async ({
  desk,
  users,
}) => {
  expect(await desk.addressOf(users.page)).toMatch(/^app:\/\/atrium\//);
  const read = await users.page.evaluate(async () => {
    const addresses = [
      'file:///etc/hosts',
      'app://atrium/../main/index.js',
      'app://atrium/%2e%2e/main/index.js',
      'app://atrium/..%2fmain%2findex.js',
      'app://other/index.html',
    ];
    const statuses = await Promise.all(
      addresses.map((address) =>
        fetch(address).then(
          ({ status }) => status,
          () => 'refused',
        ),
      ),
    );
    const written = await fetch('app://atrium/index.html', { method: 'PUT', body: 'x' });
    return [...statuses, written.status];
  });
  for (const status of read) expect(['refused', 404, 405]).toContain(status);
  desk.takeComplaints(/./);
});

test('20: a page sees two functions of ours and nothing of Electron', async ({ users }) => {
  const seen = await users.page.evaluate(() => {
    const page = globalThis as unknown as Record<string, unknown>;
    const bridge = page['atrium'] as Record<string, unknown>;
    return {
      bridge: Object.entries(bridge).map(([name, member]) => [name, typeof member]),
      names: [
        'require',
        'process',
        'module',
        'Buffer',
        'global',
        'ipcRenderer',
        'electron',
        'electronAPI',
      ].filter((name) => name in page),
    };
  });
  expect(seen.names).toEqual([]);
  expect(seen.bridge.sort()).toEqual([
    ['on', 'function'],
    ['request', 'function'],
  ]);
});

test('one process has a data folder: a second start opens a window in it, another folder has a process of its own', async ({
  desk,
  users,
}, info) => {
  const window = await desk.windowFrom(() => desk.startAgain());
  await SignInPage.shown(window);
  await expect(users.row(ada.email)).toBeVisible();

  const other = new Desk({ home: info.outputPath('other') });
  await expect((await other.start()).getByRole('heading', { name: 'Set up Atrium Desk' })).toBeVisible();
  await other.close();
});

test('what goes wrong is logged without a name, an address or a password', async ({ desk, users }) => {
  // Main's own fault with a person in its message, as a driver or a library could throw it.
  await desk.main.evaluate((_electron, name) => {
    setTimeout(() => {
      throw new Error(`duplicate ${name}`);
    }, 0);
    void Promise.reject(new Error(`no such ${name}`));
  }, ada.email);
  await users.search.fill('Lindqvist');
  await desk.crashPage(users.page);
  await desk.close();

  const log = readFileSync(join(desk.dataFolder, 'logs', 'atrium.log'), 'utf8');
  expect(log).toContain('uncaught');
  expect(log).toContain('window.crashed');
  for (const secret of [ada.email, ada.displayName, ada.password, 'Lindqvist'])
    expect(log).not.toContain(secret);
});
