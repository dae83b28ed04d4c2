/** Where a hook is called, below the address of the installation. */
export function hookPath(hookId: string): string {
  return `/hooks/${hookId}`;
}

/** The whole address; null where nobody has said under which one we are reached from outside. */
export function hookAddress(publicUrl: string | null | undefined, hookId: string): string | null {
  return publicUrl ? `${publicUrl.replace(/\/+$/, '')}${hookPath(hookId)}` : null;
}
