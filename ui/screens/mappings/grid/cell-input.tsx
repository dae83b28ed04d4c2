import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Choices } from '../sheet/choices.ts';
import type { Column } from '../sheet/column.ts';
import type { Editing } from '../sheet/editor-state.ts';
import type { After } from '../sheet/editor-store.ts';
import { findChoices } from '../sheet/find-choices.ts';
import { ChoiceList } from './choice-list.tsx';

interface Props {
  readonly editing: Editing;
  readonly column: Column;
  readonly choices: Choices;
  readonly label: string;
  readonly onDone: (text: string, after: After) => void;
  readonly onCancel: () => void;
}

/** Nothing else makes sense there, so the first value that fits what was typed is taken without choosing it. */
const CLOSED: ReadonlySet<string> = new Set(['match.country', 'set.create']);

const ENDS: Readonly<Record<string, After>> = { Enter: 'down', Tab: 'next' };
const ENDS_WITH_SHIFT: Readonly<Record<string, After>> = { Enter: 'up', Tab: 'previous' };

/** A cell that is typed into, with the known values below it; any other text is taken as well. */
export function CellInput({ editing, column, choices, label, onDone, onCancel }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const [text, setText] = useState(editing.text);
  const [isTouched, setTouched] = useState(editing.isFresh);
  const [picked, setPicked] = useState<number | null>(null);
  const [isOpen, setOpen] = useState(true);
  const found = useMemo(() => findChoices(choices, isTouched ? text : ''), [choices, text, isTouched]);
  const first = CLOSED.has(column.id) && isTouched && text.trim() !== '' && !text.includes('*') ? 0 : -1;
  const active = picked ?? first;
  const isListed = isOpen && found.shown.length > 0;

  useEffect(() => {
    const field = input.current;
    if (!field) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }, []);

  function finish(after: After, taken = isListed ? found.shown[active]?.value : undefined) {
    if (isOver.current) return;
    isOver.current = true;
    onDone(taken ?? text, after);
  }
  function walk(by: 1 | -1) {
    const { length } = found.shown;
    setOpen(true);
    setPicked((active + by + length + (active < 0 && by < 0 ? 1 : 0)) % length);
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const after = (event.shiftKey ? ENDS_WITH_SHIFT : ENDS)[event.key];
    const isUpOrDown = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (after) finish(after);
    else if (event.key === 'Escape') {
      isOver.current = true;
      onCancel();
    } else if (isUpOrDown && found.shown.length > 0) walk(event.key === 'ArrowDown' ? 1 : -1);
    else if (isUpOrDown && editing.isFresh) finish(event.key === 'ArrowDown' ? 'down' : 'up');
    else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        ref={input}
        className="sheet-input"
        role="combobox"
        aria-label={label}
        aria-expanded={isListed}
        aria-autocomplete="list"
        aria-controls={isListed ? `${id}-list` : undefined}
        aria-activedescendant={isListed && active >= 0 ? `${id}-list-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setTouched(true);
          setPicked(null);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finish('stay', text)}
        // The grid must not take what is pasted or dragged in here.
        onPaste={(event) => event.stopPropagation()}
        onCopy={(event) => event.stopPropagation()}
        onCut={(event) => event.stopPropagation()}
        onMouseDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      />
      {isListed && (
        <ChoiceList
          id={`${id}-list`}
          anchor={input}
          found={found}
          active={active}
          onPick={({ value }) => finish('stay', value)}
        />
      )}
    </>
  );
}
