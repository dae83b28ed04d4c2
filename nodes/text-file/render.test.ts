import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormatDefinitionInput } from './definition.ts';
import { parseBack, readAmount } from './parse-back.ts';
import { parseDefinition } from './resolve-format.ts';
import { renderAll } from './testing/render-all.ts';
import { sampleEntry, sampleLine } from './testing/sample-entries.ts';

type Fields = FormatDefinitionInput['records'][number]['fields'];

function custom(fields: Fields, more: Partial<FormatDefinitionInput> = {}): FormatDefinitionInput {
  return {
    format: 'passerelle.text-format/1',
    name: 'Own',
    fileName: 'own.txt',
    fieldSeparator: ';',
    records: [{ name: 'line', repeat: 'line', fields }],
    ...more,
  };
}

function render(definition: FormatDefinitionInput, label = 'Vente', amount = '12.50', pageSize = 1) {
  const lines = [
    sampleLine('411000', amount, { auxiliaryAccount: 'C1' }),
    sampleLine('707000', `-${amount}`, { label }),
  ];
  const entries = ['1', '2'].map((number) => sampleEntry(number, '2026-10-05', lines, { label }));
  return renderAll(entries, { preset: 'custom', custom: definition }, { pageSize });
}

function textOf(result: ReturnType<typeof render>): string {
  return result.files[0]?.bytes.toString('latin1') ?? '';
}

describe('a format of one’s own', () => {
  it('AT-130 may have a column for the boxes of the VAT return', () => {
    const grids = custom([{ path: 'line.account' }, { path: 'line.vatGrid' }], { recordSeparator: '\n' });
    const vat = (rate: string, boxes: string[]) => ({ code: `BE${rate}`, rate, country: 'BE', grids: boxes });
    const lines = [
      sampleLine('400000', '121.00'),
      sampleLine('700021', '-100.00', { vat: vat('21', ['03']) }),
      sampleLine('451000', '-21.00', { role: 'vat', vat: vat('21', ['54', '59']) }),
    ];
    const entry = sampleEntry('1', '2026-10-05', lines);
    const text = textOf(renderAll([entry], { preset: 'custom', custom: grids }, { pageSize: 1 }));
    expect(text.trim().split('\n')).toEqual(['400000;', '700021;03', '451000;54 59']);
  });

  it('may be delimited and of fixed width at once', () => {
    const winfic = custom(
      [
        { path: 'entry.journal', width: 2 },
        { path: 'line.account', width: 8 },
        { path: 'line.debit', width: 10, align: 'right' },
      ],
      { fieldSeparator: '|', recordSeparator: '\n' },
    );
    expect(textOf(render(winfic)).split('\n')[0]).toBe('VE|411000  |     12,50');
  });

  it('writes header, entry, line and footer records with counters and totals', () => {
    const definition = custom(
      [{ template: 'L{{ record.inEntry }}' }, { path: 'line.sense', map: { D: '1', C: '-1' } }],
      {
        recordSeparator: '\n',
        records: [
          { name: 'head', repeat: 'header', fields: [{ path: 'file.company' }] },
          {
            name: 'entry',
            repeat: 'entry',
            fields: [{ literal: 'E' }, { path: 'entry.number' }, { path: 'entry.total' }],
          },
          {
            name: 'line',
            repeat: 'line',
            fields: [{ template: 'L{{ record.inEntry }}' }, { path: 'line.sense', map: { D: '1', C: '-1' } }],
          },
          { name: 'foot', repeat: 'footer', fields: [{ path: 'file.entryCount' }, { path: 'file.debit' }] },
        ],
        encoding: 'iso-8859-1',
      },
    );
    expect(textOf(render(definition))).toBe(
      'Épicerie Dupont\nE;1;12,50\nL2;1\nL3;-1\nE;2;12,50\nL2;1\nL3;-1\n2;25,00\n',
    );
  });

  it('puts separators between records only when the last one must not end with one', () => {
    const definition = custom([{ path: 'line.account' }], { recordSeparator: '\n', finalSeparator: false });
    expect(textOf(render(definition))).toBe('411000\n707000\n411000\n707000');
  });

  it('writes the byte order mark once', () => {
    const definition = custom([{ path: 'line.account' }], { encoding: 'utf-16le', byteOrderMark: true });
    const bytes = render(definition).files[0]?.bytes ?? Buffer.from('');
    expect(bytes.toString('utf16le').split('\uFEFF')).toHaveLength(2);
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]));
  });

  it('holds an entry whose text contains a separator that nothing protects', () => {
    const { held, files } = render(custom([{ path: 'line.label' }]), 'a;b');
    expect(files).toEqual([]);
    expect(held[0]?.problem).toMatchObject({ code: 'text-file.separator_in_field', field: 'line.label' });
  });

  it('holds an entry that does not fit, and cuts it when it may', () => {
    const at = (overflow: 'error' | 'truncate-right' | 'truncate-left') =>
      render(custom([{ path: 'line.label', width: 4, overflow }], { recordSeparator: '\n' }), 'abcdef');
    expect(at('error').held[0]?.problem.params).toMatchObject({ value: 'abcdef', length: '4' });
    expect(textOf(at('truncate-right'))).toMatch(/^abcd\n/);
    expect(textOf(at('truncate-left'))).toMatch(/^cdef\n/);
  });

  it('transliterates before it measures, and tells what it replaced', () => {
    const definition = custom([{ path: 'line.label', width: 5, overflow: 'truncate-right' }], {
      encoding: 'ascii',
      recordSeparator: '\n',
    });
    const result = render(definition, 'cœuré');
    expect(textOf(result)).toMatch(/^coeur\n/);
    expect(result.warnings[0]).toMatchObject({
      code: 'text-file.characters_replaced',
      params: { characters: 'œ é', encoding: 'ascii' },
    });
  });

  it('never writes a silent question mark', () => {
    const fields: Fields = [{ path: 'line.label' }];
    const strict = render(custom(fields, { encoding: 'windows-1252', onUnmappable: 'error' }), 'Thé 茶');
    expect(strict.held[0]?.problem).toMatchObject({
      code: 'text-file.character_missing',
      params: { characters: '茶' },
    });
    const lenient = render(
      custom(fields, { encoding: 'windows-1252', onUnmappable: 'replace', replacement: '_' }),
      'Thé 茶',
    );
    expect(textOf(lenient)).toContain('Thé _');
    expect(lenient.warnings).toHaveLength(2);
  });

  it('never writes a code with other letters than its own', () => {
    const lines = [sampleLine('411000', '1.00', { auxiliaryAccount: 'É1' }), sampleLine('707000', '-1.00')];
    const definition = custom([{ path: 'line.auxiliaryAccount' }], { encoding: 'ascii' });
    const { held } = renderAll([sampleEntry('1', '2026-10-05', lines)], { preset: 'custom', custom: definition });
    expect(held[0]?.problem.code).toBe('text-file.character_missing');
  });

  it('holds an entry when a line of it would not be written', () => {
    const definition = custom([], {
      records: [
        {
          name: 'debits',
          repeat: 'line',
          when: [{ path: 'line.sense', is: ['D'] }],
          fields: [{ path: 'line.account' }],
        },
      ],
    });
    expect(render(definition).held[0]?.problem).toMatchObject({
      code: 'text-file.line_not_written',
      params: { account: '707000' },
    });
  });

  it('refuses to drop cents that the format has no decimals for', () => {
    const definition = custom([{ path: 'line.debit', amount: { decimals: 0 } }]);
    expect(render(definition).held[0]?.problem.code).toBe('text-file.amount_precision');
    expect(textOf(render(definition, 'Vente', '12.00'))).toMatch(/^12\r\n/);
  });

  it('refuses a negative amount where there is no sign', () => {
    const definition = custom([{ path: 'line.signedAmount', amount: { sign: 'none' } }]);
    expect(render(definition).held[0]?.problem.code).toBe('text-file.amount_negative');
  });

  it('disarms labels that a spreadsheet would run', () => {
    const definition = custom([{ path: 'line.label' }, { path: 'line.signedAmount' }], {
      guardFormulas: true,
      recordSeparator: '\n',
    });
    expect(textOf(render(definition, '=1+1')).split('\n')[1]).toBe("'=1+1;-12,50");
  });

  it.each([
    ['a path that does not exist', custom([{ path: 'line.colour' as 'line.label' }]), 'records.0.fields.0.path'],
    [
      'a truncated amount',
      custom([{ path: 'line.debit', width: 3, overflow: 'truncate-right' }]),
      'records.0.fields.0',
    ],
    [
      'a truncated customer code',
      custom([{ path: 'line.auxiliaryAccount', width: 3, overflow: 'truncate-left' }]),
      'records.0.fields.0',
    ],
    ['two sources for one field', custom([{ path: 'line.debit', literal: 'x' }]), 'records.0.fields.0'],
    [
      'fields without an end',
      custom([{ path: 'line.debit' }, { literal: 'x' }], { fieldSeparator: '' }),
      'records.0.fields.0',
    ],
    [
      'a line’s value in a header',
      custom([], { records: [{ name: 'h', repeat: 'header', fields: [{ path: 'line.debit' }] }] }),
      'records.0',
    ],
    ['a setting that does not exist', { ...custom([{ literal: 'x' }]), colour: 'red' }, 'format'],
  ])('refuses %s and says where', (_what, definition, path) => {
    expect(() => renderAll([], { preset: 'custom', custom: definition })).toThrow(`"${path}"`);
  });

  it.each(['{{ line.colour }}', '{{ line.debit | plus: 1 }}', '{{ line.label', "{% include 'package.json' %}{{ x }}"])(
    'refuses the template %s before anything is read',
    (template) => {
      expect(() => renderAll([], { preset: 'custom', custom: custom([{ template }]) })).toThrow(/template/);
    },
  );

  it('refuses a file name with an unknown placeholder', () => {
    expect(() => renderAll([], { preset: 'csv', fileName: '{shop}.csv' })).toThrow('{shop}');
  });
});

const label = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('"', '";"', "''", 'a\\b"', 'é😀œ', ' x '),
);
const amount = fc
  .integer({ min: 1, max: 10 ** 11 })
  .map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`);
const FIGURES: Fields = [
  { path: 'line.account' },
  { path: 'line.debit' },
  { path: 'line.signedAmount' },
  { path: 'line.label' },
];
const WIDTHS = [8, 20, 20, 30];

describe('what is rendered', () => {
  it.each([
    ['in quotes, doubled', custom(FIGURES, { quote: { char: '"' }, columnNames: true })],
    [
      'in quotes, escaped',
      custom(FIGURES, { quote: { char: '"', when: 'always', escape: 'backslash' }, fieldSeparator: ',' }),
    ],
    [
      'in cents with signs',
      custom(FIGURES, { quote: { char: "'", when: 'text' }, amounts: { separator: '', sign: 'leading' } }),
    ],
    [
      'with trailing signs',
      custom(FIGURES, { quote: { char: '"' }, amounts: { sign: 'trailing', thousands: '.', separator: ',' } }),
    ],
    [
      'in fixed width',
      custom(
        FIGURES.map((field, index) => ({
          ...field,
          width: WIDTHS[index] ?? 1,
          ...(index === 3
            ? { overflow: 'truncate-right' as const }
            : { align: 'right' as const, padChar: index ? '0' : ' ' }),
        })),
        { fieldSeparator: '', replaceInText: { '\n': ' ' }, encoding: 'windows-1252' },
      ),
    ],
  ])('%s parses back to the same figures', (_name, definition) => {
    const format = parseDefinition(definition);
    fc.assert(
      fc.property(label, amount, (text, value) => {
        const [file] = render(definition, text, value, 2).files;
        const rows = parseBack(file?.bytes ?? Buffer.from(''), format);
        const figures = rows.map((row) => [
          row['line.account'],
          readAmount(row['line.debit'] ?? '', format.amounts).toFixed(2),
          readAmount(row['line.signedAmount'] ?? '', format.amounts).toFixed(2),
        ]);
        const entry = [
          ['411000', value, value],
          ['707000', '0.00', `-${value}`],
        ];
        expect(figures).toEqual([...entry, ...entry]);
      }),
      { numRuns: 100 },
    );
  });
});
