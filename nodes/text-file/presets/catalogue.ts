import type { PresetId } from '../config.ts';
import type { FormatDefinitionInput } from '../definition.ts';
import { bob50 } from './bob50.ts';
import { cielXimport } from './ciel-ximport.ts';
import { csv } from './csv.ts';
import { fec } from './fec.ts';
import { quadratus } from './quadratus.ts';
import { winbooksAct } from './winbooks-act.ts';

/** The ready-made formats. Each is data: a user's own format can do whatever these do. */
export const PRESETS: Readonly<Record<PresetId, FormatDefinitionInput>> = {
  fec,
  'winbooks-act': winbooksAct,
  bob50,
  quadratus,
  'ciel-ximport': cielXimport,
  csv,
};
