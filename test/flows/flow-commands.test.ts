import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { FlowDefinition } from '#schemas/flow.ts';
import { runCli } from '../template/run-cli.ts';

let folder: string;
let flow: FlowDefinition;
/** Each call starts a process of its own. */
const SLOW = 90_000;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-flow-'));
  const template = await readFile(join(import.meta.dirname, '../../flows/templates/woocommerce-fec.json'), 'utf8');
  ({ flow } = JSON.parse(template) as { flow: FlowDefinition });
});
async function written(name: string, value: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

it(
  'prints a template as a flow file, and such a file again to the byte',
  async () => {
    const exported = await runCli(['export', 'woocommerce-fec']);
    expect(exported).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(exported.stdout)).toEqual(flow);
    const again = await runCli(['export', await written('again.json', exported.stdout)]);
    expect(again.stdout).toBe(exported.stdout);
  },
  SLOW,
);

it(
  'prints what sets two flows apart and ends with 1, or nothing and 0',
  async () => {
    const entries = flow.nodes['entries'];
    if (!entries) throw new Error('the template has no entries');
    const { review: _gone, ...kept } = flow.nodes;
    const nodes = { ...kept, entries: { ...entries, config: { accounts: { payment: '512999' } } } };
    const [before, after] = [await written('before.json', flow), await written('after.json', { ...flow, nodes })];
    expect(await runCli(['diff', before, after])).toEqual({
      ...{ exitCode: 1, stderr: '' },
      stdout: expect.stringMatching(/^~ entries: accounts\.payment: \(default\) -> "512999"\n- review \(review\)\n$/m),
    });
    const moved = { ...flow, layout: { nodes: { entries: { x: 1, y: 2 } }, notes: [] } };
    const picture = await written('moved.json', moved);
    expect(await runCli(['diff', before, picture])).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  },
  SLOW,
);

it(
  'ends with 2 and says where a file is not a flow',
  async () => {
    const unknown = await runCli(['export', await written('unknown.json', { ...flow, schedule: 'daily' })]);
    expect(unknown).toMatchObject({ exitCode: 2, stdout: '' });
    expect(unknown.stderr).toContain('A flow has no field schedule.');
    const newer = await runCli([
      'diff',
      'woocommerce-fec',
      await written('newer.json', { format: 'passerelle.flow/9' }),
    ]);
    expect(newer.exitCode).toBe(2);
    expect(newer.stderr).toContain('passerelle.flow/9');
    expect((await runCli(['export', 'woocommerce-fec', '--settings', join(folder, 'none.json')])).exitCode).toBe(2);
  },
  SLOW,
);
