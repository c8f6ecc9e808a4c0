import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { onEvent, request } from '../ipc/client';
import { useEntry } from '../stores/entry';

/** An invitation's link that the system opened with this app leads to its screen, once nobody is signed in here. */
export function useOpenedLink(atSignIn: boolean): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (!atSignIn) return;
    const take = async () => {
      const { link } = await request('app.openedLink', {});
      if (link === null) return;
      useEntry.getState().setLink(link);
      void navigate('/invitation');
    };
    // Without an answer the screen stays as it is: the link can still be typed.
    const ask = () => void take().catch(() => undefined);
    ask();
    return onEvent('app.linkOpened', ask);
  }, [atSignIn, navigate]);
}
