import { useSyncExternalStore } from 'react';

const asked = (): MediaQueryList => window.matchMedia('(prefers-reduced-motion: reduce)');

function listen(onChange: () => void): () => void {
  const list = asked();
  list.addEventListener('change', onChange);
  return () => list.removeEventListener('change', onChange);
}

/** Whether the person's system asks for less motion, also when that changes while the page is open. */
export const useCalm = (): boolean => useSyncExternalStore(listen, () => asked().matches);
