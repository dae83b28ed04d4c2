import { faultSuite } from './fault-suite.ts';

// The shortened form; "npm run test:faults" does the whole.
faultSuite('Fault tests, shortened', {
  orders: 60,
  unrecognised: 480,
  calls: [1, 16],
  outages: 1,
  workers: ['lookup'],
  seed: 20_261_031,
  timeoutMs: 400_000,
});
