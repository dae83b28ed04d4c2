import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { type Icon, IconHistory, IconPencil, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import type { Schedule } from '#schemas/api/schedules.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { labelOf } from './label-of.ts';
import { schedulesTexts } from './texts.ts';
import { useScheduleControl } from './use-schedule-control.ts';

/** What can be opened over a list of schedules. */
export type Opened =
  | { readonly kind: 'form'; readonly existing: Schedule | null }
  | { readonly kind: 'slots' | 'delete'; readonly schedule: Schedule };
export interface Opener {
  onOpen: (opened: Opened) => void;
}

interface ScheduleActionsProps extends Opener {
  schedule: Schedule;
  canEdit: boolean;
}

export function ScheduleActions({ schedule, canEdit, onOpen }: ScheduleActionsProps) {
  const t = useTexts(schedulesTexts);
  const control = useScheduleControl(schedule);
  const name = labelOf(schedule);
  const pausing = schedule.paused ? 'resume' : 'pause';
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {canEdit && (
        <Button
          variant="light"
          size="xs"
          loading={control.isStarting}
          aria-label={t('runNowOf', { name })}
          onClick={control.runNow}
          miw="max-content"
        >
          {t('runNow')}
        </Button>
      )}
      {canEdit && (
        <IconAction
          label={t(pausing)}
          name={t(`${pausing}Of`, { name })}
          icon={schedule.paused ? IconPlayerPlay : IconPlayerPause}
          isBusy={control.isChanging}
          onClick={schedule.paused ? control.resume : control.pause}
        />
      )}
      <IconAction
        label={t('history')}
        name={t('historyOf', { name })}
        icon={IconHistory}
        onClick={() => onOpen({ kind: 'slots', schedule })}
      />
      {canEdit && (
        <>
          <IconAction
            label={t('edit')}
            name={t('editOf', { name })}
            icon={IconPencil}
            onClick={() => onOpen({ kind: 'form', existing: schedule })}
          />
          <IconAction
            label={t('delete')}
            name={t('deleteOf', { name })}
            icon={IconTrash}
            onClick={() => onOpen({ kind: 'delete', schedule })}
          />
        </>
      )}
    </Group>
  );
}

interface IconActionProps {
  label: string;
  name: string;
  icon: Icon;
  isBusy?: boolean;
  onClick: () => void;
}

function IconAction({ label, name, icon: Glyph, isBusy = false, onClick }: IconActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={30} aria-label={name} loading={isBusy} onClick={onClick}>
        <Glyph size={17} />
      </ActionIcon>
    </Tooltip>
  );
}
