import { Portal } from '@mantine/core';
import { type MouseEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { gridTexts } from '../grid-texts.ts';
import type { Choice } from '../sheet/choices.ts';
import type { FoundChoices } from '../sheet/find-choices.ts';

interface Props {
  readonly id: string;
  readonly anchor: RefObject<HTMLInputElement | null>;
  readonly found: FoundChoices;
  readonly active: number;
  readonly onPick: (choice: Choice) => void;
}

/** The ARIA pattern of a list below a field: the field keeps the focus and names the option that its keys are at. */
const listOf = (label: string) => ({ role: 'listbox', 'aria-label': label }) as const;

function optionOf(isActive: boolean, onPick: () => void) {
  const onMouseDown = (event: MouseEvent) => {
    event.preventDefault();
    onPick();
  };
  return { role: 'option', tabIndex: -1, 'aria-selected': isActive, onMouseDown } as const;
}

const HEIGHT = 260;
const LEAST_WIDTH = 240;

/** Below the cell, above it where there is no room. */
function placeBy(input: HTMLInputElement) {
  const { left, top, bottom, width } = input.getBoundingClientRect();
  const isBelow = window.innerHeight - bottom > HEIGHT || top < HEIGHT;
  const own = Math.max(width, LEAST_WIDTH);
  return {
    left: Math.max(4, Math.min(left, window.innerWidth - own - 8)),
    minWidth: own,
    maxWidth: Math.min(420, window.innerWidth - 16),
    ...(isBelow ? { top: bottom + 2 } : { bottom: window.innerHeight - top + 2 }),
  };
}

/** The values that a cell can be given, below it. The focus stays in the cell. */
export function ChoiceList({ id, anchor, found, active, onPick }: Props) {
  const t = useTexts(gridTexts);
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<ReturnType<typeof placeBy> | null>(null);
  useLayoutEffect(() => {
    const follow = () => anchor.current && setPlace(placeBy(anchor.current));
    follow();
    window.addEventListener('scroll', follow, true);
    return () => window.removeEventListener('scroll', follow, true);
  }, [anchor]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (!place) return null;
  return (
    <Portal>
      <div id={id} ref={list} {...listOf(t('choices'))} className="sheet-choices" style={place}>
        {found.shown.map((choice, index) => (
          <div
            key={choice.value}
            id={`${id}-${index}`}
            className="sheet-choice"
            {...optionOf(index === active, () => onPick(choice))}
          >
            <Option choice={choice} />
          </div>
        ))}
        {found.more > 0 && <div className="sheet-hint">{t('choicesMore', { count: found.more })}</div>}
      </div>
    </Portal>
  );
}

function Option({ choice: { value, name, where, isGone } }: { readonly choice: Choice }) {
  const t = useTexts(gridTexts);
  const isSpoken = value === 'yes' || value === 'no';
  return (
    <>
      <span>{isSpoken ? t(value) : value}</span>
      {name.toLowerCase() !== value.toLowerCase() && <small>{name}</small>}
      {where !== '' && <small>· {where}</small>}
      {isGone && <small>· {t('gone')}</small>}
    </>
  );
}
