import type { EntryLine, LineRole } from '#schemas/documents/journal-entry.ts';
import type { LineCategory } from '#schemas/documents/sales-document.ts';
import type { MappingFacts } from '#schemas/mapping/look-up.ts';
import type { AccountChoice, Plan } from '../plan.ts';
import { taxRule } from '../vat/tax-rule.ts';
import { vatOnLine } from '../vat/vat-on-line.ts';
import type { VatTreatment } from '../vat/vat-treatment.ts';
import { accountNumber } from './account-number.ts';
import type { AccountKey } from './chart-preset.ts';
import { sayOfTable, type TableWord } from './table-word.ts';

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
  'margin',
  'exempt',
  'coContractor',
]);

/** Accounts of what bears no VAT, by purpose. */
const UNTAXED: Readonly<Partial<Record<Purpose, AccountKey>>> = {
  goods: 'revenueUntaxed',
  shipping: 'shippingUntaxed',
  fee: 'feeUntaxed',
  wrapping: 'wrappingUntaxed',
  discount: 'discountUntaxed',
};

/**
 * The account of a purpose without VAT. Where the user named one for the purpose and none for its untaxed side, theirs
 * takes both: it goes before the chart of accounts. Goods without VAT have always had an account of their own.
 */
function untaxedKey(plan: Plan, purpose: Purpose): AccountKey {
  const key = UNTAXED[purpose];
  if (!key || purpose === 'goods') return key ?? DOMESTIC[purpose];
  const isOnlyTaxedSet = plan.account(key).origin === 'preset' && plan.account(DOMESTIC[purpose]).origin === 'accounts';
  return isOnlyTaxedSet ? DOMESTIC[purpose] : key;
}

function revenueKey(plan: Plan, purpose: Purpose, { regime, rate }: VatTreatment): AccountKey {
  if (purpose === 'deposit') return purpose;
  if (purpose === 'discount') return rate === '0' ? untaxedKey(plan, purpose) : purpose;
  if (purpose === 'tip' && rate === '0') return 'tip';
  switch (regime) {
    case 'domestic':
      return DOMESTIC[purpose];
    case 'untaxed':
      return untaxedKey(plan, purpose);
    case 'oss':
    case 'registered':
      return 'ossRevenue';
    case 'reverse-charge':
      return purpose === 'service' ? 'reverseChargeServices' : 'reverseCharge';
    case 'export':
    case 'margin':
    case 'exempt':
      return regime;
    case 'co-contractor':
      return 'coContractor';
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

/** What the mapping tables say of an amount of a line: the account of its purpose, with or without VAT. */
function tableWord(plan: Plan, purpose: Purpose, { rate }: VatTreatment, facts: MappingFacts): TableWord | null {
  const hasVat = rate !== '0';
  switch (purpose) {
    case 'discount':
      return sayOfTable(plan, 'sales', hasVat ? 'discountWithVat' : 'discountWithoutVat', facts);
    case 'shipping':
      return sayOfTable(plan, 'carriers', hasVat ? 'shippingWithVat' : 'shippingWithoutVat', facts);
    case 'wrapping':
      return sayOfTable(plan, 'carriers', hasVat ? 'packagingWithVat' : 'packagingWithoutVat', facts);
    case 'fee':
      return sayOfTable(plan, 'charges', hasVat ? 'feeWithVat' : 'feeWithoutVat', facts);
    case 'deposit':
      return sayOfTable(plan, 'charges', 'deposit', facts);
    case 'tip':
      if (!hasVat) return sayOfTable(plan, 'charges', 'tip', facts);
  }
  // A tip or a gift card that bears VAT is a sale like another.
  return sayOfTable(plan, 'sales', hasVat ? 'withVat' : 'withoutVat', facts);
}

/**
 * The account of an amount of a line: what the mapping tables say comes first, then the user's exception for the country
 * and rate, then the user's account for the purpose, then the preset.
 *
 * @param facts of the line and its tax, as `plan.lineFacts` gives them
 * @throws HoldError for an account that the books cannot hold
 */
export function chooseRevenue(
  plan: Plan,
  purpose: Purpose,
  treatment: VatTreatment,
  facts: MappingFacts,
): AccountChoice {
  const word = tableWord(plan, purpose, treatment, facts);
  const vat = vatOnLine(plan, treatment, facts, 'base');
  const name = `${purpose}:${JSON.stringify(vat)}:${word?.rule ?? ''}`;
  return plan.remember(name, () => decideRevenue(plan, purpose, treatment, vat, word));
}

function decideRevenue(
  plan: Plan,
  purpose: Purpose,
  treatment: VatTreatment,
  vat: EntryLine['vat'],
  word: TableWord | null,
): AccountChoice {
  const role = ROLES[purpose];
  if (word) return { account: fill(plan, word.value, treatment), role, vat, rule: word.rule };
  const own = isCoveredByRule(purpose, treatment) ? treatment.override?.revenueAccount.trim() : '';
  if (own) return { account: fill(plan, own, treatment), role, vat, rule: overrideName(treatment) };
  const key = revenueKey(plan, purpose, treatment);
  const { template, origin } = plan.account(key);
  const rule = `${origin}:${REGIME_KEYS.has(key) ? '' : `${key}:`}${regimeName(treatment)}`;
  return { account: fill(plan, template, treatment), role, vat, rule };
}

/** The account of the VAT of a rate, in the same order. @param facts of the document and the tax */
export function chooseVat(plan: Plan, treatment: VatTreatment, facts: MappingFacts): AccountChoice {
  const word = taxRule(plan, facts).account;
  const vat = vatOnLine(plan, treatment, facts, 'vat');
  const own = treatment.override?.vatAccount.trim();
  if (word) return { account: fill(plan, word.value, treatment), role: 'vat', vat, rule: word.rule };
  if (own) return { account: fill(plan, own, treatment), role: 'vat', vat, rule: overrideName(treatment) };
  const { template, origin } = plan.account(treatment.regime === 'domestic' ? 'vat' : 'ossVat');
  return { account: fill(plan, template, treatment), role: 'vat', vat, rule: `${origin}:${regimeName(treatment)}` };
}

/** What the mapping tables say of accounts that do not depend on VAT. */
function fixedWord(plan: Plan, key: AccountKey, facts: MappingFacts): TableWord | null {
  switch (key) {
    case 'giftCard':
    case 'tip':
    case 'deposit':
      return sayOfTable(plan, 'charges', key, facts);
    case 'payment':
      return sayOfTable(plan, 'payments', 'account', facts);
    case 'processorFee':
      return sayOfTable(plan, 'payments', 'feeAccount', facts);
    case 'roundingLoss':
    case 'roundingGain':
    case 'exchangeLoss':
    case 'exchangeGain':
      return sayOfTable(plan, 'differences', key, facts);
    default:
      return null;
  }
}

/**
 * An account that does not depend on VAT: a payment's, a gift card's, a difference's.
 *
 * @param facts of the document, so that the mapping tables are asked first; without them they are not
 * @throws HoldError for an account that the books cannot hold
 */
export function chooseFixed(plan: Plan, key: AccountKey, role: LineRole, facts?: MappingFacts): AccountChoice {
  const word = facts ? fixedWord(plan, key, facts) : null;
  const country = (word && facts?.country?.[0]) || plan.home;
  return plan.remember(`${key}:${role}:${word ? `${word.rule}:${country}` : ''}`, () => {
    const { template, origin } = plan.account(key);
    const values = { rate: '0', country };
    const account = accountNumber(word?.value ?? template, values, plan.settings.accountLength);
    return { account, role, vat: null, rule: word?.rule ?? `${origin}:${key}` };
  });
}

/** Where the cents go that rounding or a conversion leaves: what the table of differences says first. */
export function differenceAccount(
  plan: Plan,
  key: 'roundingLoss' | 'roundingGain' | 'exchangeLoss' | 'exchangeGain',
  facts: MappingFacts,
): AccountChoice {
  const role = key === 'roundingLoss' || key === 'roundingGain' ? 'rounding' : 'exchange';
  const choice = chooseFixed(plan, key, role, facts);
  // Rounding is its own explanation, whatever account it stands on; a rule of the tables is named.
  return role === 'exchange' || choice.rule.startsWith('table:') ? choice : { ...choice, rule: 'rounding' };
}
