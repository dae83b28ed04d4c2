import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PRESET_IDS } from './config.ts';
import { PRESETS } from './presets/catalogue.ts';
import { parseDefinition } from './resolve-format.ts';
import { renderAll } from './testing/render-all.ts';
import { sampleEntries } from './testing/sample-entries.ts';

describe('the presets', () => {
  it.each(PRESET_IDS)('%s writes its golden file byte for byte, whatever the size of the pages', (preset) => {
    const golden = readFileSync(join(import.meta.dirname, 'testing/golden', `${preset}.txt`));
    for (const pageSize of [1, 2, 10]) {
      const { files, held } = renderAll(sampleEntries(), { preset }, { pageSize });
      expect(held).toEqual([]);
      expect(files).toHaveLength(1);
      expect(files[0]?.bytes.equals(golden)).toBe(true);
    }
  });

  it('only FEC claims to be confirmed', () => {
    const confirmed = PRESET_IDS.filter((id) => parseDefinition(PRESETS[id]).status === 'confirmed');
    expect(confirmed).toEqual(['fec']);
  });

  it.each([
    ['quadratus', 193, 'latin1'],
    ['ciel-ximport', 142, 'latin1'],
  ] as const)('%s has records of %i characters', (preset, length, encoding) => {
    const [file] = renderAll(sampleEntries(), { preset }).files;
    const lines = (file?.bytes.toString(encoding) ?? '').split('\r\n').slice(0, -1);
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([length]));
  });

  it('WinBooks has 36 columns on every line', () => {
    const [file] = renderAll(sampleEntries(), { preset: 'winbooks-act' }).files;
    const lines = (file?.bytes.toString('latin1') ?? '').split('\r\n').slice(0, -1);
    expect(new Set(lines.map((line) => line.split('","').length))).toEqual(new Set([36]));
  });
});
