import { useState } from 'react';
import { Route, Routes } from 'react-router';
import type { AppState } from '../../core/contract/app';
import { ChoosePasswordScreen } from '../features/account/choose-password-screen';
import { PassphraseScreen } from '../features/key/passphrase-screen';
import { RestoreScreen, restorePath } from '../features/setup/restore-screen';
import { SetUpScreen } from '../features/setup/set-up-screen';
import { InvitationScreen } from '../features/sign-in/invitation-screen';
import { LockedScreen } from '../features/sign-in/locked-screen';
import { RecoveryScreen } from '../features/sign-in/recovery-screen';
import { SignInScreen } from '../features/sign-in/sign-in-screen';
import { useAppState } from '../ipc/app-state';
import { FailedScreen } from './failed-screen';
import { FaultScreen } from './fault-screen';
import { KeptLayer } from './kept-layer';
import { AppRoutes } from './routes';
import { useOpenedLink } from './use-opened-link';
import { useSessionEnd } from './use-session-end';
import { WorkingScreen } from './working-screen';

/** One of the faces of a window, as main says. */
export function Phases() {
  const { data: state, error, refetch } = useAppState();
  useSessionEnd(state);
  useOpenedLink(state?.phase === 'signIn');
  const work = useWork(state);
  if (state === undefined) return error === null ? null : <FaultScreen onAgain={() => void refetch()} />;
  return (
    <>
      <Entry state={state} />
      {work !== null && (
        <KeptLayer key={work} away={state.phase !== 'ready'}>
          <AppRoutes />
        </KeptLayer>
      )}
    </>
  );
}

/** What stands before the app, or instead of it. */
function Entry({ state: { phase, work, failure } }: { state: AppState }) {
  switch (phase) {
    case 'working':
      return work === null ? null : <WorkingScreen work={work} />;
    case 'passphrase':
      return <PassphraseScreen />;
    case 'failed':
      return failure === null ? null : <FailedScreen failure={failure} />;
    case 'setUp':
      return (
        <Routes>
          <Route path={restorePath} element={<RestoreScreen />} />
          <Route path="*" element={<SetUpScreen />} />
        </Routes>
      );
    case 'signIn':
      return (
        <Routes>
          <Route path="/invitation" element={<InvitationScreen />} />
          <Route path="/recovery" element={<RecoveryScreen />} />
          <Route path="*" element={<SignInScreen />} />
        </Routes>
      );
    case 'passwordDue':
      return <ChoosePasswordScreen />;
    case 'locked':
      return <LockedScreen />;
    case 'ready':
      return null;
  }
}

/**
 * Whose work this window holds, as a key: begins when a session is ready, outlasts the lock of that same session and
 * nothing else.
 */
function useWork(state: AppState | undefined): string | null {
  const [work, setWork] = useState<string | null>(null);
  const session = state?.session == null ? null : `${state.session.userId} ${state.session.startedAt}`;
  const goesOn = state?.phase === 'ready' || (state?.phase === 'locked' && session === work);
  const now = goesOn ? session : null;
  if (now !== work) setWork(now);
  return now;
}
