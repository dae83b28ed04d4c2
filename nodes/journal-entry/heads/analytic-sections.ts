import { HoldError } from '#schemas/errors.ts';
import { type Decimal, decimal, sum } from '#schemas/money.ts';
import { headMessages } from './head-messages.ts';

/** A section and its share, in percent. */
export interface Cut {
  readonly section: string;
  readonly share: Decimal;
}

const WITH_SHARE = /^(.+?)\s+(\d{1,3}(?:[.,]\d{1,6})?)\s*%?$/;

function readCut(text: string): Cut | null {
  const [, section, share] = WITH_SHARE.exec(text) ?? [];
  return section && share ? { section, share: decimal(share.replace(',', '.')) } : null;
}

/**
 * Reads one section ("NORTH"), or several with the shares in percent that each gets ("NORTH 60; SOUTH 40").
 *
 * @param document named when the text cannot be used
 * @throws HoldError unless the shares are above zero and make 100
 */
export function readSections(text: string, document: string): readonly Cut[] {
  const pieces = text.split(';').map((piece) => piece.trim());
  if (pieces.length === 1) return [{ section: text.trim(), share: decimal('100') }];
  const cuts = pieces.filter((piece) => piece !== '').map(readCut);
  const read = cuts.filter((cut): cut is Cut => cut !== null && !cut.share.isZero());
  if (read.length === cuts.length && sum(read.map(({ share }) => share)).equals('100')) return read;
  throw new HoldError(headMessages.build.shares_unreadable({ document, section: text }));
}
