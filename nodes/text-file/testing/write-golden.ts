/** Writes the golden files anew; their change is then reviewed as a diff. Run: node nodes/text-file/testing/write-golden.ts */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRESET_IDS } from '../config.ts';
import { renderAll } from './render-all.ts';
import { sampleEntries } from './sample-entries.ts';

for (const preset of PRESET_IDS) {
  const { files, held, warnings } = renderAll(sampleEntries(), { preset });
  const [file] = files;
  if (!file || files.length > 1 || held.length > 0) throw new Error(`${preset}: ${JSON.stringify({ files, held })}`);
  writeFileSync(join(import.meta.dirname, 'golden', `${preset}.txt`), file.bytes);
  process.stdout.write(`${preset}: ${file.name} ${warnings.map(({ text }) => text).join(' ')}\n`);
}
