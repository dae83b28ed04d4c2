import type { ChartPreset } from '../accounts/chart-preset.ts';
import type { Settings } from '../settings.ts';
import { bePcmn } from './be-pcmn.ts';
import { frPcg } from './fr-pcg.ts';

/** The charts of accounts that the settings offer. */
export const PRESETS: Readonly<Record<Settings['chart'], ChartPreset>> = { 'fr-pcg': frPcg, 'be-pcmn': bePcmn };
