import { expect, type Page } from '@playwright/test';
import { ada } from './nordhaus';
import { request } from './request';

/** The desk has a mail server, taken as given: one on this computer, without encryption. */
export async function givenMailServer(page: Page, port: number): Promise<void> {
  const answer = await request(page, 'mail.update', {
    version: 0,
    host: '127.0.0.1',
    port,
    security: 'none',
    userName: '',
    password: null,
    fromAddress: ada.email,
    language: 'en',
  });
  expect(answer).toMatchObject({ ok: true });
}
