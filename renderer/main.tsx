import '@fontsource-variable/ibm-plex-sans';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { Root } from './app/root';
import { createTexts } from './i18n/setup';
import { applyAppState } from './ipc/app-state';
import { request } from './ipc/client';
import { createQueryClient } from './ipc/query';
import { languageOf } from './stores/language';

// The content policy forbids code from text, which zod would try; and every check's message is a text key.
z.config({ jitless: true, customError: () => 'invalid' });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// The first painting is already in the right language and phase: asking takes milliseconds, flickering is seen.
const client = createQueryClient();
const state = await request('app.state', {}).catch(() => undefined);
if (state !== undefined) applyAppState(client, state);
const texts = createTexts(languageOf(state, { atEntry: null, inSession: null }));

createRoot(root).render(
  <StrictMode>
    <Root client={client} texts={texts} />
  </StrictMode>,
);
