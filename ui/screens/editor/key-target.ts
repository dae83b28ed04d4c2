/** True when a key or a paste is meant for the canvas: the focus is on it, or nowhere; never in a field or dialog. */
export function isForCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]')) return false;
  return target === document.body || target.closest('.editor-canvas') !== null;
}
