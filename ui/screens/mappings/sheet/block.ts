/** Rows of cells, as spreadsheets put them on the clipboard. */
export type Block = readonly (readonly string[])[];

/** A cell with a tab, a line break or a quote at its start is written in quotes, quotes inside doubled. */
function quote(text: string): string {
  return /[\t\n\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Cells as text that spreadsheets paste: tabs between cells, line breaks between rows. */
export function writeBlock(block: Block): string {
  return block.map((cells) => cells.map(quote).join('\t')).join('\n');
}

/** Reads one cell from `from`; gives its text and where it ended. */
function readCell(text: string, from: number): { cell: string; end: number } {
  if (text[from] === '"') {
    const closing = /"(?:[^"]|"")*"(?=[\t\r\n]|$)/y;
    closing.lastIndex = from;
    const found = closing.exec(text)?.[0];
    if (found !== undefined) return { cell: found.slice(1, -1).replaceAll('""', '"'), end: from + found.length };
  }
  const plain = /[^\t\r\n]*/y;
  plain.lastIndex = from;
  const cell = plain.exec(text)?.[0] ?? '';
  return { cell, end: from + cell.length };
}

/** Takes apart what a spreadsheet put on the clipboard. A line break at the very end begins no further row. */
export function readBlock(text: string): Block {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = readCell(text, at);
    rows.at(-1)?.push(cell);
    const sign = text[end];
    if (sign === undefined) break;
    at = end + 1;
    if (sign === '\t') continue;
    if (sign === '\r' && text[at] === '\n') at += 1;
    if (at >= text.length) break;
    rows.push([]);
  }
  return rows;
}
