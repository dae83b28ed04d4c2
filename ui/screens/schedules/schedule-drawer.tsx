import { Drawer, Text } from '@mantine/core';
import type { Schedule } from '#schemas/api/schedules.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { scheduleFormTexts } from './form-texts.ts';
import { labelOf } from './label-of.ts';
import { ScheduleForm } from './schedule-form.tsx';

interface ScheduleDrawerProps {
  existing: Schedule | null;
  flowId: string | null;
  onClose: () => void;
}

export function ScheduleDrawer({ existing, flowId, onClose }: ScheduleDrawerProps) {
  const t = useTexts(scheduleFormTexts);
  const toasts = useToasts();
  const title = existing ? t('editTitle', { name: labelOf(existing) }) : t('newTitle');
  return (
    <Drawer opened onClose={onClose} size="min(1080px, 100vw)" title={<Text fw={600}>{title}</Text>}>
      <ScheduleForm
        existing={existing}
        flowId={flowId}
        onClose={onClose}
        onSaved={(saved) => {
          toasts.done(t('saved', { name: labelOf(saved) }));
          onClose();
        }}
      />
    </Drawer>
  );
}
