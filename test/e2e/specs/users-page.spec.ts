import { expect, test } from '../fixtures';
import { SignInPage } from '../pages/sign-in-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { demoAda } from '../support/nordhaus';

test.use({ beginning: 'demo' });

const demoUsers = test.extend({
  users: async ({ desk }, use) => {
    const signIn = await SignInPage.shown(desk.window);
    await use(await signIn.signIn(demoAda));
  },
});

demoUsers('the cards count the organisation, and each filters the list', async ({ users }) => {
  await expect(users.card('Total Users')).toContainText('5,000');
  await expect(users.card('Total Users')).toContainText(/[\d,]+ active, [\d,]+ inactive/);
  await expect(users.card('Invitation Status')).toContainText(/Accepted [\d,]+/);
  await expect(users.card('Invitation Status')).toContainText(/Expired [\d,]+/);
  await expectAccessibleInLightAndDark(users.page);

  await users.card('Administrators').click();
  await expect.poll(() => users.cells('Role')).toEqual(['Tenant-Admin']);
  await expect.poll(() => users.cells('Site')).toEqual(['Organization-wide']);
  await users.clearFilters();

  await users.card('Pending Invitations').click();
  await expect.poll(() => users.statuses()).toEqual(expect.arrayContaining(['Pending']));
  await users.clearFilters();
});

demoUsers('the table has the five columns and sorts by each', async ({ users }) => {
  for (const name of ['Email', 'Status', 'Role', 'Site', 'Last Activity'] as const) {
    await expect(users.column(name)).toBeVisible();
  }
  const first = await users.emails();
  expect(first).toEqual([...first].sort());

  await users.sortBy('Email');
  await expect(users.column('Email')).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(async () => (await users.emails())[0]).not.toBe(first[0]);
  const last = await users.emails();
  expect(last).toEqual([...last].sort().reverse());

  await users.sortBy('Role');
  await expect(users.column('Role')).toHaveAttribute('aria-sort', /ascending|descending/);
  await users.sortBy('Last Activity');
  await expect(users.rows.first()).toContainText(/just now|min ago/);
});

demoUsers(
  'search finds names and addresses anywhere in the text, whatever the accents',
  async ({ users }) => {
    await users.search.fill('ANGST');
    await expect(users.row('asa@nordhaus.example')).toContainText('Åsa Ångström');

    await users.search.fill('weiss');
    await expect(users.row('carla.weiss@nordhaus.example')).toContainText('Carla Weiß');

    await users.search.fill('nobody is called this');
    await expect(users.page.getByText('Nobody matches')).toBeVisible();
    await users.search.fill('');
    await expect(users.rows.first()).toBeVisible();
  },
);

demoUsers('status, role and site narrow the list together', async ({ users }) => {
  await users.filter('Status').choose('Active');
  await users.filter('Role').choose('Site-Admin');
  await users.filter('Site').choose('Leipzig');

  await expect(users.row('benedikt.okafor@nordhaus.example')).toBeVisible();
  await expect.poll(() => users.cells('Role')).toEqual(['Site-Admin']);
  await expect.poll(() => users.statuses()).toEqual(['Active']);
  await expect(users.row('carla.weiss@nordhaus.example')).toHaveCount(0);

  await users.clearFilters();
  await expect(users.filter('Site').field).toContainText('Any');
});

demoUsers('each row offers what can be done to it', async ({ users }) => {
  await users.search.fill('carla.weiss@');
  expect(await users.offered('carla.weiss@nordhaus.example')).toEqual([
    'Edit User',
    'Reset Password',
    'Deactivate User',
    'Delete User',
  ]);
  await users.search.fill('');

  await users.filter('Status').choose('Expired');
  // Somebody inactive whose invitation back ran out is found, too.
  await expect.poll(() => users.statuses()).not.toContain('Active');
  const expired = await users.emailOf(users.rows.filter({ hasText: /Expired/ }).first());
  expect(await users.offered(expired)).toEqual(['Resend Invitation', 'Remove Invitation']);
});

demoUsers('the list scrolls down to its very end', async ({ users }) => {
  const top = await users.emails();
  await users.scrollToEnd();

  await expect.poll(async () => (await users.emails()).at(-1)?.[0]).toBe('z');
  await users.scrollToTop();
  await expect.poll(async () => (await users.emails())[0]).toBe(top[0]);
});

demoUsers('on a small screen everything is still there', async ({ users, desk }) => {
  await desk.resize(users.page, 1024, 700);
  await expect(users.page.getByRole('button', { name: 'Invite User', exact: true })).toBeInViewport({
    ratio: 1,
  });
  await expect(users.page.getByRole('button', { name: 'Add User', exact: true })).toBeInViewport({
    ratio: 1,
  });
  await expect(users.card('Invitation Status')).toBeInViewport({ ratio: 1 });
  await expect(users.search).toBeInViewport({ ratio: 1 });
  expect(await users.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
  await expectAccessibleInLightAndDark(users.page);
});
