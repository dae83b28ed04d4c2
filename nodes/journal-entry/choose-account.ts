import type { LineRole } from '#schemas/documents/journal-entry.ts';
import type { LineCategory } from '#schemas/documents/sales-document.ts';
import { accountNumber } from './account-number.ts';
import type { AccountKey } from './chart-preset.ts';
import type { AccountChoice, Plan } from './plan.ts';
import type { VatTreatment } from './vat-treatment.ts';

/** What an amount of a line is for: its category, or a discount. */
export type Purpose = LineCategory | 'discount';

const ROLES: Readonly<Record<Purpose, LineRole>> = {
  goods: 'revenue',
  service: 'revenue',
  shipping: 'shipping',
  fee: 'fee',
  wrapping: 'wrapping',
  'gift-card': 'revenue',
  tip: 'tip',
  deposit: 'deposit',
  discount: 'discount',
};

/** Accounts of sales at home, by purpose. A tip or a gift card that bears VAT is a sale like another. */
const DOMESTIC: Readonly<Record<Purpose, AccountKey>> = {
  goods: 'revenue',
  service: 'services',
  shipping: 'shipping',
  fee: 'fee',
  wrapping: 'wrapping',
  'gift-card': 'revenue',
  tip: 'services',
  deposit: 'deposit',
  discount: 'discount',
};

/** Accounts that the regime alone explains; other accounts are named in the rule beside the regime. */
const REGIME_KEYS: ReadonlySet<AccountKey> = new Set([
  'revenue',
  'revenueUntaxed',
  'ossRevenue',
  'reverseCharge',
  'export',
]);

function revenueKey(purpose: Purpose, { regime, rate }: VatTreatment): AccountKey {
  if (purpose === 'discount' || purpose === 'deposit') return purpose;
  if (purpose === 'tip' && rate === '0') return 'tip';
  switch (regime) {
    case 'domestic':
      return DOMESTIC[purpose];
    case 'untaxed':
      return purpose === 'goods' ? 'revenueUntaxed' : DOMESTIC[purpose];
    case 'oss':
    case 'registered':
      return 'ossRevenue';
    case 'reverse-charge':
      return purpose === 'service' ? 'reverseChargeServices' : 'reverseCharge';
    case 'export':
      return 'export';
  }
}

/** Whether the revenue account of a user's rule also takes this purpose: abroad, everything shares one account. */
function isCoveredByRule(purpose: Purpose, { regime }: VatTreatment): boolean {
  if (purpose === 'discount' || purpose === 'deposit' || purpose === 'tip') return false;
  if (regime !== 'domestic' && regime !== 'untaxed') return true;
  return purpose === 'goods' || purpose === 'service' || purpose === 'gift-card';
}

/** The regime as it stands in a rule's name: "domestic:20", "oss:BE:21", "export". */
function regimeName({ regime, rate, country }: VatTreatment): string {
  if (regime === 'domestic') return `domestic:${rate}`;
  if (regime === 'oss' || regime === 'registered') return `${regime}:${country}:${rate}`;
  return regime;
}

function overrideName({ override }: VatTreatment): string {
  return `rule:${override?.country}:${override?.rate}`;
}

function fill(plan: Plan, template: string, { rate, country }: VatTreatment): string {
  return accountNumber(template, { rate, country }, plan.settings.accountLength);
}

/**
 * The account of an amount of a line. The user's exception for the country and rate comes first, then the user's
 * account for the purpose, then the preset.
 *
 * @throws HoldError for an account that the books cannot hold
 */
export function chooseRevenue(plan: Plan, purpose: Purpose, treatment: VatTreatment): AccountChoice {
  const { regime, country, rate } = treatment;
  return plan.remember(`${purpose}:${regime}:${country}:${rate}`, () => decideRevenue(plan, purpose, treatment));
}

function decideRevenue(plan: Plan, purpose: Purpose, treatment: VatTreatment): AccountChoice {
  const { vatCode, rate, country } = treatment;
  const role = ROLES[purpose];
  const vat = { code: vatCode, rate, country };
  const own = isCoveredByRule(purpose, treatment) ? treatment.override?.revenueAccount.trim() : '';
  if (own) return { account: fill(plan, own, treatment), role, vat, rule: overrideName(treatment) };
  const key = revenueKey(purpose, treatment);
  const { template, origin } = plan.account(key);
  const rule = `${origin}:${REGIME_KEYS.has(key) ? '' : `${key}:`}${regimeName(treatment)}`;
  return { account: fill(plan, template, treatment), role, vat, rule };
}

/** The account of the VAT of a rate. */
export function chooseVat(plan: Plan, treatment: VatTreatment): AccountChoice {
  const { vatCode, rate, country } = treatment;
  const vat = { code: vatCode, rate, country };
  const own = treatment.override?.vatAccount.trim();
  if (own) return { account: fill(plan, own, treatment), role: 'vat', vat, rule: overrideName(treatment) };
  const { template, origin } = plan.account(treatment.regime === 'domestic' ? 'vat' : 'ossVat');
  return { account: fill(plan, template, treatment), role: 'vat', vat, rule: `${origin}:${regimeName(treatment)}` };
}

/** An account that does not depend on VAT: the customer's, a payment's, a gift card's. */
export function chooseFixed(plan: Plan, key: AccountKey, role: LineRole): AccountChoice {
  return plan.remember(`${key}:${role}`, () => {
    const { template, origin } = plan.account(key);
    const account = accountNumber(template, { rate: '0', country: plan.home }, plan.settings.accountLength);
    return { account, role, vat: null, rule: `${origin}:${key}` };
  });
}
