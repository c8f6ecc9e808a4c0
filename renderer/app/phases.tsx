import { Route, Routes } from 'react-router';
import { ChoosePasswordScreen } from '../features/account/choose-password-screen';
import { SetUpScreen } from '../features/setup/set-up-screen';
import { InvitationScreen } from '../features/sign-in/invitation-screen';
import { LockedScreen } from '../features/sign-in/locked-screen';
import { SignInScreen } from '../features/sign-in/sign-in-screen';
import { useAppState } from '../ipc/app-state';
import { FailedScreen } from './failed-screen';
import { FaultScreen } from './fault-screen';
import { AppRoutes } from './routes';
import { useSessionEnd } from './use-session-end';

/** One of the six faces of a window, as main says. */
export function Phases() {
  const { data: state, error, refetch } = useAppState();
  useSessionEnd(state);
  if (state === undefined) return error === null ? null : <FaultScreen onAgain={() => void refetch()} />;
  switch (state.phase) {
    case 'failed':
      return state.failure === null ? null : <FailedScreen failure={state.failure} />;
    case 'setUp':
      return <SetUpScreen />;
    case 'signIn':
      return (
        <Routes>
          <Route path="/invitation" element={<InvitationScreen />} />
          <Route path="*" element={<SignInScreen />} />
        </Routes>
      );
    case 'passwordDue':
      return <ChoosePasswordScreen />;
    case 'locked':
      return <LockedScreen />;
    case 'ready':
      return <AppRoutes />;
  }
}
