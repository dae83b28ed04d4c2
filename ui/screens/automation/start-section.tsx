import { Stack } from '@mantine/core';
import { AfterFlows } from './after-flows.tsx';
import { ApiStart } from './api-start.tsx';

/** What starts a flow beside people, schedules and webhooks: other programs, and the ends of other flows' runs. */
export function StartSection({ flowId }: { flowId: string }) {
  return (
    <Stack gap="lg">
      <AfterFlows flowId={flowId} />
      <ApiStart flowId={flowId} />
    </Stack>
  );
}
