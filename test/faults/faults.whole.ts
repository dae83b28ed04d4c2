import { faultSuite } from './fault-suite.ts';

faultSuite('Fault tests', {
  orders: 1_000,
  unrecognised: 1_000,
  calls: [1, 2, 4, 8, 16, 32, 64, 128],
  outages: 3,
  workers: ['key', 'number', 'lookup', 'nothing'],
  seed: 20_261_031,
  timeoutMs: 1_500_000,
});
