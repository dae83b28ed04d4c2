/**
 * French sets a space before ? ! : ; and inside « », and a line never breaks there. Texts are written with plain
 * spaces, so that they stay easy to type and to search; this makes those spaces unbreakable.
 */
export function keepFrenchSpaces(text: string): string {
  return text.replaceAll(/ ([?!:;»%€])/g, '\u00a0$1').replaceAll('« ', '«\u00a0');
}
