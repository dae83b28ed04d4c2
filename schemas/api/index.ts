import { catalogueEndpoints } from './catalogue.ts';
import { connectionEndpoints } from './connections.ts';
import { flowEndpoints } from './flows.ts';
import { healthEndpoints } from './health.ts';
import { holdEndpoints } from './holds.ts';
import { runEndpoints } from './runs.ts';
import { sessionEndpoints } from './session.ts';

/** The whole HTTP API of the product. */
export const endpoints = {
  ...sessionEndpoints,
  ...catalogueEndpoints,
  ...connectionEndpoints,
  ...flowEndpoints,
  ...runEndpoints,
  ...healthEndpoints,
  ...holdEndpoints,
};
