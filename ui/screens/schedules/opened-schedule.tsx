import { DeleteScheduleDialog } from './delete-schedule-dialog.tsx';
import type { Opened } from './schedule-actions.tsx';
import { ScheduleDrawer } from './schedule-drawer.tsx';
import { SlotsDrawer } from './slots-drawer.tsx';

interface OpenedScheduleProps {
  opened: Opened | null;
  /** The flow of a new schedule, where it is settled already. */
  flowId: string | null;
  onClose: () => void;
}

/** The form, the past starts or the question before deleting, over a list of schedules. */
export function OpenedSchedule({ opened, flowId, onClose }: OpenedScheduleProps) {
  switch (opened?.kind) {
    case 'form':
      return <ScheduleDrawer existing={opened.existing} flowId={flowId} onClose={onClose} />;
    case 'slots':
      return <SlotsDrawer schedule={opened.schedule} onClose={onClose} />;
    case 'delete':
      return <DeleteScheduleDialog schedule={opened.schedule} onClose={onClose} />;
    case undefined:
      return null;
  }
}
