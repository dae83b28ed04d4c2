import { expect, it } from 'vitest';
import { shiftIntoView } from './shift-into-view.ts';

const view = { x: 0, y: 0, zoom: 0.5 };
const room = { width: 500, height: 400 };
const box = (x: number, y: number) => ({ x, y, width: 200, height: 100 });

it('leaves the canvas where it is when the box is in view', () => {
  expect(shiftIntoView(view, box(100, 100), room)).toBe(view);
});

it('moves it by no more than the box needs, and keeps the zoom', () => {
  expect(shiftIntoView(view, box(1000, 100), room)).toEqual({ x: -124, y: 0, zoom: 0.5 });
  expect(shiftIntoView(view, box(-100, 900), room)).toEqual({ x: 74, y: -124, zoom: 0.5 });
});

it('shows the beginning of a box that is bigger than the canvas', () => {
  expect(shiftIntoView(view, box(1000, 100), { width: 120, height: 400 })).toMatchObject({ x: -476 });
});
