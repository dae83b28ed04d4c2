import { describe, expect, it } from 'vitest';
import { loadRegistry } from '#nodes/kit/registry.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { ignoredSettings } from './ignored-settings.ts';

const registry = await loadRegistry();

/** A mapping that feeds file formats of these presets. */
function flowTo(presets: readonly string[]): FlowDefinition {
  const files = presets.map((preset, index) => [`file${index}`, { type: 'text-file', version: 1, config: { preset } }]);
  return {
    ...{ format: 'passerelle.flow/1', name: 'x', description: '', zone: 'Europe/Brussels', connections: {} },
    nodes: { entries: { type: 'journal-entry', version: 1, config: {} }, ...Object.fromEntries(files) },
    edges: presets.map((_, index) => ({
      from: { node: 'entries', port: 'entries' },
      to: { node: `file${index}`, port: 'entries' },
    })),
    layout: { nodes: {}, notes: [] },
  };
}

describe('settings that the target has no place for', () => {
  it('AT-063 are named for the form to hide: a target without references hides those of payments too', () => {
    const ignored = ignoredSettings(flowTo(['fec']), registry).get('entries');
    expect(ignored).toEqual(
      expect.arrayContaining(['labels.reference', 'labels.paymentReference', 'dueDate', 'analytics']),
    );
    expect(ignored).not.toContain('labels.payment');
  });

  it('AT-063 are shown as soon as one of several targets has a place for them', () => {
    expect(ignoredSettings(flowTo(['fec', 'winbooks-act']), registry).get('entries')).not.toContain('dueDate');
  });

  it('are none where nothing is fed yet', () => {
    expect(ignoredSettings(flowTo([]), registry).size).toBe(0);
  });
});
