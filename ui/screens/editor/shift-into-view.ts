interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels that stay free between a box and the edge. */
const MARGIN = 24;

function shiftOf(start: number, length: number, room: number): number {
  if (start < MARGIN || length > room - 2 * MARGIN) return MARGIN - start;
  return Math.min(0, room - MARGIN - start - length);
}

/**
 * The viewport moved by as little as shows the box whole, at the same zoom; the same object when it is in view already.
 *
 * @param box in the flow's own coordinates
 * @param room size of the canvas in pixels
 */
export function shiftIntoView(
  view: Viewport,
  box: Size & { readonly x: number; readonly y: number },
  room: Size,
): Viewport {
  const dx = shiftOf(box.x * view.zoom + view.x, box.width * view.zoom, room.width);
  const dy = shiftOf(box.y * view.zoom + view.y, box.height * view.zoom, room.height);
  return dx === 0 && dy === 0 ? view : { x: view.x + dx, y: view.y + dy, zoom: view.zoom };
}
