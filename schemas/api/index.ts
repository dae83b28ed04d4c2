import { apiKeyEndpoints } from './api-keys.ts';
import { automationEndpoints } from './automation.ts';
import { bookEndpoints } from './books.ts';
import { catalogueEndpoints } from './catalogue.ts';
import { closedPeriodEndpoints } from './closed-periods.ts';
import { connectionEndpoints } from './connections.ts';
import { controlEndpoints } from './controls.ts';
import { customerEndpoints } from './customers.ts';
import { explanationEndpoints } from './explanations.ts';
import { fileEndpoints } from './files.ts';
import { flowEndpoints } from './flows.ts';
import { followEndpoints } from './follows.ts';
import { healthEndpoints } from './health.ts';
import { holdEndpoints } from './holds.ts';
import { labelExampleEndpoints } from './label-examples.ts';
import { listEndpoints } from './lists.ts';
import { mappingEndpoints } from './mappings.ts';
import { postingEndpoints } from './postings.ts';
import { replayEndpoints } from './replays.ts';
import { runEndpoints } from './runs.ts';
import { scheduleEndpoints } from './schedules.ts';
import { sessionEndpoints } from './session.ts';
import { triggerEndpoints } from './triggers.ts';
import { vatReturnEndpoints } from './vat-returns.ts';

/** The whole HTTP API of the product. */
export const endpoints = {
  ...sessionEndpoints,
  ...catalogueEndpoints,
  ...connectionEndpoints,
  ...customerEndpoints,
  ...fileEndpoints,
  ...flowEndpoints,
  ...runEndpoints,
  ...scheduleEndpoints,
  ...replayEndpoints,
  ...bookEndpoints,
  ...closedPeriodEndpoints,
  ...controlEndpoints,
  ...postingEndpoints,
  ...healthEndpoints,
  ...holdEndpoints,
  ...apiKeyEndpoints,
  ...followEndpoints,
  ...triggerEndpoints,
  ...automationEndpoints,
  ...vatReturnEndpoints,
  ...mappingEndpoints,
  ...explanationEndpoints,
  ...listEndpoints,
  ...labelExampleEndpoints,
};
