import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { HashRouter } from 'react-router';
import { subscribeToEvents } from '../ipc/subscriptions';
import { Appearance } from './appearance';
import { ErrorBoundary } from './error-boundary';
import { Phases } from './phases';

export function Root({ client, texts }: { client: QueryClient; texts: i18n }) {
  useEffect(() => subscribeToEvents(client), [client]);
  return (
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={texts}>
        <Appearance>
          <ErrorBoundary>
            <HashRouter>
              <Phases />
            </HashRouter>
          </ErrorBoundary>
        </Appearance>
      </I18nextProvider>
    </QueryClientProvider>
  );
}
