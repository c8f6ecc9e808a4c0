import type { Page } from '@playwright/test';
import type { Answer, RequestInput, RouteName } from '../../../core/contract';

interface Bridge {
  request(route: string, payload: unknown): Promise<unknown>;
}

/** Asks main the way the page does, with a well-formed payload: for what a story takes as given. */
export async function request<R extends RouteName>(
  page: Page,
  route: R,
  payload: RequestInput<R>,
): Promise<Answer<R>> {
  return (await requestAnything(page, route, payload)) as Answer<R>;
}

/** The same with any payload at all: what a page that was taken over could send. */
export function requestAnything(page: Page, route: unknown, payload: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, body]) => (globalThis as unknown as { atrium: Bridge }).atrium.request(name as string, body),
    [route, payload],
  );
}
