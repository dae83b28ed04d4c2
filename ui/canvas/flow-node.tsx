import { Badge, ThemeIcon, Tooltip } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { TypeIcon } from '#ui/components/type-icon.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { colourVariable, DOCUMENT_COLOUR, KIND_COLOUR } from './colours.ts';
import { StepFooter } from './step-footer.tsx';
import { canvasTexts } from './texts.ts';
import type { NodeData, NodeView } from './view.ts';

const MARK_COLOUR = { added: 'teal', removed: 'red', changed: 'orange' } as const;

/** A node's box: icon, title, type, connection, problems, and a row for each port. */
export const FlowNodeBox = memo(function FlowNodeBox({ id, data, selected }: NodeProps<NodeView>) {
  const t = useTexts(canvasTexts);
  const colour = data.type ? KIND_COLOUR[data.type.kind] : 'red';
  const look = ['canvas-node'];
  if (selected) look.push('canvas-node-selected');
  if (data.mark) look.push(`canvas-node-${data.mark}`);
  if (data.aim) look.push(`canvas-node-${data.aim}`);
  return (
    <div className={look.join(' ')} data-testid={`node-${id}`} style={{ borderTopColor: colourVariable(colour) }}>
      <div className="canvas-node-head">
        <ThemeIcon variant="light" color={colour} size={34} radius="md">
          <TypeIcon name={data.type?.icon ?? ''} />
        </ThemeIcon>
        <div className="canvas-node-words">
          <div className="canvas-node-title" title={data.title}>
            {data.title}
          </div>
          <div className={data.connection === null ? 'canvas-node-missing' : 'canvas-node-type'}>
            {subtitle(data, t)}
          </div>
        </div>
        {data.problems > 0 && (
          <Tooltip label={t('problems', { count: data.problems })}>
            <Badge color="red" size="sm" leftSection={<IconAlertTriangleFilled size={10} aria-hidden />}>
              {data.problems}
            </Badge>
          </Tooltip>
        )}
        {data.mark && (
          <Badge color={MARK_COLOUR[data.mark]} size="sm" variant="light" tt="none">
            {t(`mark_${data.mark}`)}
          </Badge>
        )}
      </div>
      <Ports id={id} data={data} />
      {data.step && <StepFooter step={data.step} />}
    </div>
  );
});

function subtitle(data: NodeData, t: ReturnType<typeof useTexts<typeof canvasTexts>>): string {
  if (!data.type) return `${t('unknownType')}: ${data.typeTitle}`;
  if (data.connection === null) return t('noConnection');
  const type = data.title === data.typeTitle ? null : data.typeTitle;
  return [type, data.connection].filter(Boolean).join(' · ') || t(`one_${data.type.kind}`);
}

function Ports({ id, data }: { readonly id: string; readonly data: NodeData }) {
  const t = useTexts(canvasTexts);
  const inputs = data.type?.inputs ?? [];
  const outputs = data.type?.outputs ?? [];
  return (
    <div className="canvas-ports">
      <div>
        {inputs.map((port) => (
          <div key={port.id} className="canvas-port">
            <Handle
              type="target"
              position={Position.Left}
              id={port.id}
              data-testid={`port-${id}-in-${port.id}`}
              aria-label={t('input', { title: data.title, kind: t(`document_${port.kind}`) })}
              style={{ background: colourVariable(DOCUMENT_COLOUR[port.kind]) }}
            />
            {t(`document_${port.kind}`)}
          </div>
        ))}
      </div>
      <div>
        {outputs.map((port) => (
          <div key={port.id} className="canvas-port canvas-port-out">
            {t(`document_${port.kind}`)}
            <Handle
              type="source"
              position={Position.Right}
              id={port.id}
              data-testid={`port-${id}-out-${port.id}`}
              aria-label={t('output', { title: data.title, kind: t(`document_${port.kind}`) })}
              style={{ background: colourVariable(DOCUMENT_COLOUR[port.kind]) }}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
