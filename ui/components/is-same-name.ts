/** Keyboards have no curly apostrophe and no unbreakable space: neither is held against the person. */
function plain(name: string): string {
  return name.normalize('NFC').replaceAll(/[’ʼ]/g, "'").replaceAll(/\s+/g, ' ').trim();
}

/** Whether somebody has typed the name of a thing. */
export function isSameName(typed: string, name: string): boolean {
  return plain(typed) === plain(name);
}
