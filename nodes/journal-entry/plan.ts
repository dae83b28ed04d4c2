import type { BooksFacts, MapContext } from '#nodes/kit/context.ts';
import type { EntryLine, LineRole } from '#schemas/documents/journal-entry.ts';
import type { SalesDocument, SalesLine, SalesPayment, SalesTax } from '#schemas/documents/sales-document.ts';
import { SettingsError } from '#schemas/errors.ts';
import { documentFacts, lineFacts } from '#schemas/mapping/facts.ts';
import { lookupOf, type MappingFacts, type MappingLookup } from '#schemas/mapping/look-up.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import type { MappingTable } from '#schemas/mapping/tables.ts';
import { matcher } from '#schemas/mapping/wildcard.ts';
import { type Decimal, decimal } from '#schemas/money.ts';
import { accountMessages } from './accounts/account-messages.ts';
import { plainRate } from './accounts/account-number.ts';
import { unpadded } from './accounts/chart-at.ts';
import type { AccountKey, ChartPreset, JournalKey } from './accounts/chart-preset.ts';
import { type Days, daysOf } from './heads/booking-date.ts';
import { compileLabels, type Labels } from './heads/labels.ts';
import { PRESETS } from './presets/by-id.ts';
import type { PaymentRoute, Settings, VatRule } from './settings.ts';

/** Where an amount goes, and why: equal choices are one object, so that they can be grouped by identity. */
export interface AccountChoice {
  readonly account: string;
  readonly role: LineRole;
  readonly vat: EntryLine['vat'];
  readonly rule: string;
  /** The target's own name of the payment mode, on the lines of a payment. */
  readonly paymentMode?: string;
}

/** An account as set by the user ("accounts") or by the plan ("preset"), placeholders not yet filled. */
export interface AccountSetting {
  readonly template: string;
  readonly origin: 'accounts' | 'preset';
}

/** The settings made ready for a batch: everything that does not depend on a document is worked out once. */
export interface Plan {
  readonly settings: Settings;
  readonly preset: ChartPreset;
  readonly home: string;
  readonly roundingLimit: Decimal;
  readonly labels: Labels;
  /** The days that dates depend on beside the documents. */
  readonly days: Days;
  /** The mapping tables that the settings name; without rules when they name none. */
  readonly lookup: MappingLookup;
  /** Whether a table has any rule: most have none, and then no facts need be gathered. */
  readonly hasRules: (table: MappingTable) => boolean;
  /** What rules can ask about a document (or about one of its payments), worked out once. */
  readonly facts: (document: SalesDocument, payment?: SalesPayment) => MappingFacts;
  /** What rules can ask about a line and the tax it bears (null: none); equal facts are one object. */
  readonly lineFacts: (document: SalesDocument, line: SalesLine | null, tax: SalesTax | null) => MappingFacts;
  readonly account: (key: AccountKey) => AccountSetting;
  /** @param facts of the document, so that a rule of the table of journals can name another one */
  readonly journal: (key: JournalKey, facts?: MappingFacts) => { readonly code: string; readonly name: string };
  /** The user's rule for a country's rate ("0" for a sale without VAT), the most specific first. */
  readonly vatRule: (country: string, rate: string) => VatRule | undefined;
  readonly paymentRoute: (method: string) => PaymentRoute | undefined;
  readonly exchangeRate: (currency: string) => Decimal | undefined;
  readonly isGiftCard: (sku: string | null, name: string) => boolean;
  /** The choice for a case, decided once a batch; equal choices of different cases are the same object. */
  readonly remember: (name: string, decide: () => AccountChoice) => AccountChoice;
}

function indexVatRules(rules: readonly VatRule[]): Plan['vatRule'] {
  const index = new Map<string, VatRule>();
  for (const rule of rules) {
    const key = `${rule.country}:${rule.rate === '*' ? '*' : plainRate(rule.rate)}`;
    // Of two rules for the same case, the one the user put first wins.
    if (!index.has(key)) index.set(key, rule);
  }
  return (country, rate) => {
    const exact = index.get(`${country}:${rate}`);
    // "Every rate" means every rate above zero: a sale without VAT has regimes of its own, and only a rule that says 0
    // may overrule them.
    if (exact || rate === '0') return exact ?? index.get('*:0');
    return index.get(`${country}:*`) ?? index.get(`*:${rate}`) ?? index.get('*:*');
  };
}

function indexPaymentRoutes(routes: readonly PaymentRoute[]): Plan['paymentRoute'] {
  const compiled = routes.map((route) => ({ route, matches: matcher(route.method) }));
  return (method) => compiled.find(({ matches }) => matches(method))?.route;
}

function giftCardTest({ skus, names }: Settings['giftCards']): Plan['isGiftCard'] {
  const knownSkus = new Set(skus);
  const patterns = names.map(matcher);
  return (sku, name) => (sku !== null && knownSkus.has(sku)) || patterns.some((matches) => matches(name));
}

/** Remembers choices by their case, and gives one object for equal choices. */
function choiceMemory(): Plan['remember'] {
  const byCase = new Map<string, AccountChoice>();
  const byContent = new Map<string, AccountChoice>();
  return (name, decide) => {
    const known = byCase.get(name);
    if (known) return known;
    const made = decide();
    const content = JSON.stringify([made.account, made.role, made.vat, made.rule, made.paymentMode]);
    const choice = byContent.get(content) ?? made;
    byContent.set(content, choice);
    byCase.set(name, choice);
    return choice;
  };
}

function accountReader(settings: Settings, preset: ChartPreset): Plan['account'] {
  return (key) => {
    const own = settings.accounts[key].trim();
    return own ? { template: own, origin: 'accounts' } : { template: unpadded(preset.accounts[key]), origin: 'preset' };
  };
}

interface Tables {
  readonly lookup: MappingLookup;
  readonly filled: ReadonlySet<MappingTable>;
}
const NO_TABLES: Tables = { lookup: lookupOf([]), filled: new Set() };
/** Thousands of rules are made ready once for all batches of a run, which share the rules that it is bound to. */
const compiled = new WeakMap<readonly MappingRule[], Tables>();

/** @throws SettingsError when the settings name tables that are not there: booking without them would book elsewhere */
function tablesOf(settings: Settings, books: BooksFacts | undefined): Tables {
  const id = settings.mapping.trim();
  if (!id) return NO_TABLES;
  const rules = books?.mapping(id)?.rules;
  if (!rules) throw new SettingsError(accountMessages.build.mapping_missing({ mapping: id }));
  const made = compiled.get(rules) ?? {
    lookup: lookupOf(rules),
    filled: new Set(rules.map(({ table }) => table)),
  };
  compiled.set(rules, made);
  return made;
}

function factsReader({ address }: Settings): Plan['facts'] {
  const known = new WeakMap<SalesDocument | SalesPayment, MappingFacts>();
  return (document, payment) => {
    const about = payment ?? document;
    const found = known.get(about);
    if (found) return found;
    const facts = payment ? documentFacts(document, address, payment) : documentFacts(document, address);
    known.set(about, facts);
    return facts;
  };
}

const NO_FACTS: MappingFacts = {};

function lineFactsReader(settings: Settings, facts: Plan['facts'], { filled }: Tables): Plan['lineFacts'] {
  const { unlistedTax, unlistedCategory, unlistedCarrier } = settings.controls;
  const asked: readonly string[] = [unlistedTax, unlistedCategory, unlistedCarrier];
  const isAsked = filled.size > 0 || asked.some((answer) => answer !== 'default');
  const known = new Map<string, MappingFacts>();
  return (document, line, tax) => {
    if (!isAsked) return NO_FACTS;
    const made = lineFacts(facts(document), line, tax);
    const name = JSON.stringify(made);
    const same = known.get(name) ?? made;
    known.set(name, same);
    return same;
  };
}

function journalReader(settings: Settings, preset: ChartPreset, { lookup }: Tables): Plan['journal'] {
  return (key, facts) => {
    const { code, name } = preset.journals[key];
    const isTabled = facts !== undefined && (key === 'sales' || key === 'creditNotes');
    const ruled = isTabled ? lookup.find('journals', key, facts)?.value : undefined;
    return { code: ruled ?? (settings.journals[key].trim() || code), name: name[settings.language] };
  };
}

/**
 * Makes the settings ready for a batch.
 *
 * @param context the settings, the run and its first moment
 * @throws SettingsError when a label template cannot be used, or when the mapping tables are not there
 */
export function makePlan(context: Pick<MapContext<Settings>, 'config' | 'run' | 'startedAt'>): Plan {
  const settings = context.config;
  const preset = PRESETS[settings.chart];
  const tables = tablesOf(settings, context.run.books);
  const facts = factsReader(settings);
  const rates = new Map(settings.exchangeRates.map(({ currency, rate }) => [currency, decimal(rate)]));
  return {
    settings,
    preset,
    home: settings.homeCountry || preset.country,
    roundingLimit: decimal(settings.rounding.limit),
    labels: compileLabels(settings.labels, settings.language),
    days: daysOf(context),
    lookup: tables.lookup,
    hasRules: (table) => tables.filled.has(table),
    facts,
    lineFacts: lineFactsReader(settings, facts, tables),
    account: accountReader(settings, preset),
    journal: journalReader(settings, preset, tables),
    vatRule: indexVatRules(settings.vatRules),
    paymentRoute: indexPaymentRoutes(settings.paymentAccounts),
    exchangeRate: (currency) => rates.get(currency),
    isGiftCard: giftCardTest(settings.giftCards),
    remember: choiceMemory(),
  };
}
