import { type Theme, ThemeProvider } from '@mui/material/styles';
import { type ReactNode, type RefCallback, useCallback, useState } from 'react';
import { createPortal } from 'react-dom';

interface KeptLayerProps {
  /** The window is locked: nothing of this may be read. */
  away: boolean;
  children: ReactNode;
}

/**
 * What a signed-in person works on, with its dialogs, menus and hints, in an element that leaves the document while the
 * window is locked and comes back as it was: not hidden but gone, for eyes, screen readers, pictures and the page's own
 * search alike, while what was typed and chosen stays in React's hands.
 */
export function KeptLayer({ away, children }: KeptLayerProps) {
  const [layer] = useState(createLayer);
  const place: RefCallback<HTMLElement> = useCallback(
    (holder) => {
      if (holder === null || away) return;
      holder.append(layer.element);
      layer.restore();
      return () => {
        layer.remember();
        layer.element.remove();
      };
    },
    [away, layer],
  );
  // What floats would otherwise be put beside the layer and stay in sight.
  const within = useCallback((theme: Theme) => floatingIn(theme, layer.element), [layer]);
  return (
    <>
      {/* Before the portal, so that the layer is in the document when what is in it measures itself. */}
      <div ref={place} style={{ display: 'contents' }} />
      {createPortal(<ThemeProvider theme={within}>{children}</ThemeProvider>, layer.element)}
    </>
  );
}

function floatingIn(theme: Theme, container: HTMLElement): Theme {
  const defaultProps = { container };
  return {
    ...theme,
    components: {
      ...theme.components,
      MuiModal: { defaultProps },
      MuiPopover: { ...theme.components?.MuiPopover, defaultProps },
      MuiPopper: { defaultProps },
    },
  };
}

/** The browser forgets focus and scrolling of what leaves the document. */
function createLayer() {
  const element = document.createElement('div');
  element.style.height = '100%';
  let focused: HTMLElement | null = null;
  let scrolled: { part: Element; top: number; left: number }[] = [];
  return {
    element,
    remember(): void {
      const active = document.activeElement;
      focused = active instanceof HTMLElement && element.contains(active) ? active : null;
      scrolled = [...element.querySelectorAll('*')]
        .filter((part) => part.scrollTop !== 0 || part.scrollLeft !== 0)
        .map((part) => ({ part, top: part.scrollTop, left: part.scrollLeft }));
    },
    restore(): void {
      for (const { part, top, left } of scrolled) part.scrollTo({ top, left, behavior: 'instant' });
      focused?.focus({ preventScroll: true });
    },
  };
}
