import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconAdjustmentsHorizontal,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconBolt,
  IconHierarchy2,
  IconHistory,
  IconNote,
  IconPlayerPlay,
  IconPlus,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useReactFlow } from '@xyflow/react';
import { arrange } from '#ui/canvas/layout.ts';
import { RunDialog } from '#ui/components/run-dialog/run-dialog.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { addNote } from './add-note.ts';
import { useCanvasState, useEditor } from './editor-context.ts';
import { FIT } from './fit.ts';
import { FlowName } from './flow-name.tsx';
import { GuardedButton } from './guarded-button.tsx';
import { ProblemsMenu } from './problems-menu.tsx';
import { PublishButton } from './publish-button.tsx';
import { SaveMark } from './save-mark.tsx';
import { editorTexts } from './texts.ts';
import { ToolButton } from './tool-button.tsx';
import { VersionsDrawer } from './versions-drawer.tsx';

interface Props {
  /** Show or hide the list of nodes, and the settings. */
  readonly onPalette: () => void;
  readonly onInspector: () => void;
}

/** Name and state at the left, what one does with the whole flow at the right. */
export function TopBar({ onPalette, onInspector }: Props) {
  const t = useTexts(editorTexts);
  const { canEdit } = useEditor();
  const [isVersionsOpen, versions] = useDisclosure(false);
  return (
    <div className="editor-bar">
      <Tooltip label={t('back')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('back')}
          renderRoot={(props) => <Link to="/flows" {...props} />}
        >
          <IconArrowLeft size={18} />
        </ActionIcon>
      </Tooltip>
      <FlowName />
      <SaveMark />
      <div className="editor-spring" />
      {canEdit && <EditTools />}
      {canEdit && <ToolButton label={t('openPalette')} icon={IconPlus} onClick={onPalette} />}
      <ToolButton label={t('openInspector')} icon={IconAdjustmentsHorizontal} onClick={onInspector} />
      <AutomationLink />
      <ToolButton label={t('versions')} icon={IconHistory} onClick={versions.open} />
      <ProblemsMenu />
      {canEdit && (
        <Group gap="xs" wrap="nowrap">
          <RunButton />
          <PublishButton />
        </Group>
      )}
      {isVersionsOpen && <VersionsDrawer onClose={versions.close} />}
    </div>
  );
}

function AutomationLink() {
  const t = useTexts(editorTexts);
  const { flow } = useEditor();
  return (
    <Tooltip label={t('automation')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('automation')}
        renderRoot={(props) => <Link to="/flows/$id/automation" params={{ id: flow.id }} {...props} />}
      >
        <IconBolt size={19} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}

function EditTools() {
  const t = useTexts(editorTexts);
  const { store, types } = useEditor();
  const canUndo = useCanvasState(store, (state) => state.history.past.length > 0);
  const canRedo = useCanvasState(store, (state) => state.history.future.length > 0);
  const { fitView } = useReactFlow();
  const tidy = () => {
    store.run({ kind: 'move', nodes: arrange(store.getState().history.present.definition, types), notes: {} });
    requestAnimationFrame(() => void fitView(FIT));
  };
  return (
    <>
      <ToolButton label={t('undo')} icon={IconArrowBackUp} isDisabled={!canUndo} onClick={store.undo} />
      <ToolButton label={t('redo')} icon={IconArrowForwardUp} isDisabled={!canRedo} onClick={store.redo} />
      <ToolButton label={t('arrange')} icon={IconHierarchy2} onClick={tidy} />
      <ToolButton label={t('addNote')} icon={IconNote} onClick={() => addNote(store)} />
    </>
  );
}

function RunButton() {
  const t = useTexts(editorTexts);
  const { flow, store } = useEditor();
  const zone = useCanvasState(store, (state) => state.history.present.definition.zone);
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <GuardedButton
        reason={flow.publishedVersion === null ? t('runNeedsVersion') : null}
        variant="default"
        leftSection={<IconPlayerPlay size={16} aria-hidden />}
        onPress={dialog.open}
      >
        {t('run')}
      </GuardedButton>
      {isOpen && <RunDialog flow={flow} zone={zone} onClose={dialog.close} />}
    </>
  );
}
