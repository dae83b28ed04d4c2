import { useEffect, useRef } from 'react';

/** Ctrl+S saves from anywhere on the page; what is being typed into a cell is written first. */
export function useSaveKey(save: () => Promise<boolean>): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      event.stopPropagation();
      const field = document.activeElement;
      if (field instanceof HTMLInputElement && field.classList.contains('sheet-input')) field.blur();
      void latest.current();
    }
    // Before the cells, which keep the keys that are typed into them.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
