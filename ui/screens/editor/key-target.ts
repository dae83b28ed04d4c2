/** True while a person types into a field, or a dialog or menu is open: no key of the canvas may act then. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]') !== null;
}

/** True when keys that buttons and tabs use as well (arrows, Enter) are meant for the canvas: it has the focus, or nothing has. */
export function isOnCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  return target === document.body || target.closest('.editor-canvas') !== null;
}
