import { FlowNodeBox } from './flow-node.tsx';
import { NoteBox } from './note-box.tsx';

/** One constant for all canvases: a new object at each render would make every box be drawn anew. */
export const BOX_TYPES = { node: FlowNodeBox, note: NoteBox };
