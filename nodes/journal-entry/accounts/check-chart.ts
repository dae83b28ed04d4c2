import type { Message } from '#schemas/messages.ts';
import { PRESETS } from '../presets/by-id.ts';
import type { Settings } from '../settings.ts';
import { accountMessages } from './account-messages.ts';
import { chartAt } from './chart-at.ts';

/** Says which accounts of the chart and of the settings do not fit in the account length; nothing when all do. */
export function checkChart({ chart, accountLength, accounts }: Settings): Message[] {
  const { tooLong } = chartAt(PRESETS[chart], accountLength, accounts);
  if (tooLong.length === 0) return [];
  const numbers = [...new Set(tooLong.flatMap((account) => account.numbers))].join(', ');
  return [accountMessages.build.chart_too_long({ length: String(accountLength), accounts: numbers }, 'accountLength')];
}
