import { type RefObject, useLayoutEffect, useState } from 'react';

/** True while the element is narrower than that many pixels: the menu beside it counts, so the window's width does not. */
export function useIsNarrow(element: RefObject<HTMLElement | null>, pixels: number): boolean {
  const [isNarrow, setIsNarrow] = useState(false);
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const look = () => setIsNarrow(watched.clientWidth < pixels);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, pixels]);
  return isNarrow;
}
