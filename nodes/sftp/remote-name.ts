import { createHash } from 'node:crypto';

/** Longest file name of ext4 and NTFS, in bytes. */
const LONGEST_NAME = 255;
const KEY_LENGTH = 16;

/** Cuts a text to a number of UTF-8 bytes without splitting a letter. */
function cutToBytes(text: string, bytes: number): string {
  let result = '';
  for (const letter of text) {
    if (Buffer.byteLength(result + letter) > bytes) break;
    result += letter;
  }
  return result;
}

function splitExtension(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? { stem: name, extension: '' } : { stem: name.slice(0, dot), extension: name.slice(dot) };
}

/** A name that every file system takes and that cannot leave its folder. */
export function safeName(name: string): string {
  // biome's control-character rule aside, these are what Windows refuses, plus the separators.
  const plain = [...name]
    .map((letter) => (letter < ' ' || '\\/:*?"<>|\u007f'.includes(letter) ? '_' : letter))
    .join('');
  const trimmed = plain.replace(/[. ]+$/, '');
  const { stem, extension } = splitExtension(trimmed === '' ? '_' : trimmed);
  return cutToBytes(stem, LONGEST_NAME - Buffer.byteLength(extension)) + extension;
}

/** "sales.csv" as "sales (2).csv"; the first is the name itself. */
export function numberedName(name: string, number: number): string {
  if (number === 1) return name;
  const { stem, extension } = splitExtension(name);
  const suffix = ` (${number})${extension}`;
  return cutToBytes(stem, LONGEST_NAME - Buffer.byteLength(suffix)) + suffix;
}

/**
 * The hidden name under which a file is uploaded: the same for every attempt at one delivery, so that an attempt
 * clears away what a broken one left, and never what belongs to another delivery.
 */
export function partName(name: string, idempotencyKey: string): string {
  const key = createHash('sha256').update(idempotencyKey).digest('hex').slice(0, KEY_LENGTH);
  const suffix = `.part-${key}`;
  return `.${cutToBytes(name, LONGEST_NAME - 1 - suffix.length)}${suffix}`;
}

export function pathIn(folder: string, name: string): string {
  if (folder === '' || folder === '.') return name;
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}
