import type { ConformanceSetup } from '#nodes/kit/testing.ts';
import { startFake } from './fake.ts';

export const conformance: ConformanceSetup = {
  startFake,
  sources: [{ nodeType: 'acme-sales', config: { perPage: 2 } }],
};
