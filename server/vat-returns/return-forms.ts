import type { Localised } from '#schemas/localised.ts';

/** A VAT return as far as sales go: what its boxes say, in their order, and which of them count what is given back. */
export interface ReturnForm {
  readonly titles: Readonly<Record<string, Localised>>;
  /** Boxes of credit notes, in which what is given back stands as a positive amount. */
  readonly creditBoxes: ReadonlySet<string>;
}

const text = (en: string, fr: string, nl: string): Localised => ({ en, fr, nl });

/** Periodic return of Belgium (form 625), in our own words. */
const belgium: ReturnForm = {
  titles: {
    '00': text(
      'Sales under a special scheme or exempt (art. 44)',
      'Opérations soumises à un régime particulier ou exemptées (art. 44)',
      'Handelingen onder een bijzondere regeling of vrijgesteld (art. 44)',
    ),
    '01': text('Sales at 6 %', 'Opérations à 6 %', 'Handelingen aan 6 %'),
    '02': text('Sales at 12 %', 'Opérations à 12 %', 'Handelingen aan 12 %'),
    '03': text('Sales at 21 %', 'Opérations à 21 %', 'Handelingen aan 21 %'),
    '44': text(
      'Services to businesses elsewhere in the EU',
      'Services à des assujettis d’autres États membres',
      'Diensten aan btw-plichtigen in andere lidstaten',
    ),
    '45': text(
      'Sales on which the co-contractor owes the VAT',
      'Opérations pour lesquelles la TVA est due par le cocontractant',
      'Handelingen waarvoor de btw verschuldigd is door de medecontractant',
    ),
    '46': text(
      'Exempt supplies of goods within the EU',
      'Livraisons intracommunautaires exemptées',
      'Vrijgestelde intracommunautaire leveringen',
    ),
    '47': text(
      'Exports, other exempt sales and sales taxed abroad',
      'Exportations, autres opérations exemptées et opérations à l’étranger',
      'Uitvoer, andere vrijgestelde handelingen en handelingen in het buitenland',
    ),
    '48': text(
      'Credit notes for 44 and 46',
      'Notes de crédit relatives aux grilles 44 et 46',
      'Creditnota’s bij de roosters 44 en 46',
    ),
    '49': text('Other credit notes', 'Autres notes de crédit délivrées', 'Andere uitgereikte creditnota’s'),
    '54': text('VAT due on 01, 02 and 03', 'TVA due sur les grilles 01, 02 et 03', 'Btw verschuldigd op 01, 02 en 03'),
    '64': text(
      'VAT to recover on credit notes',
      'TVA à récupérer sur notes de crédit délivrées',
      'Terug te vorderen btw op uitgereikte creditnota’s',
    ),
  },
  creditBoxes: new Set(['48', '49', '64']),
};

/** CA3 of France, by the names that its lines have had since 2022, in our own words. */
const france: ReturnForm = {
  titles: {
    A1: text(
      'Sales, services (formerly 01)',
      'Ventes, prestations de services (ex-01)',
      'Verkopen, diensten (voorheen 01)',
    ),
    E1: text(
      'Exports outside the EU (formerly 04)',
      'Exportations hors UE (ex-04)',
      'Uitvoer buiten de EU (voorheen 04)',
    ),
    E2: text(
      'Other operations without VAT (formerly 05)',
      'Autres opérations non imposables (ex-05)',
      'Andere niet-belastbare handelingen (voorheen 05)',
    ),
    E3: text(
      'Distance sales taxed in another member state',
      'Ventes à distance taxables dans un autre État membre',
      'Afstandsverkopen belastbaar in een andere lidstaat',
    ),
    F2: text(
      'Supplies to businesses elsewhere in the EU (formerly 06)',
      'Livraisons intracommunautaires (ex-06)',
      'Intracommunautaire leveringen (voorheen 06)',
    ),
    '08': text('Standard rate, 20 %', 'Taux normal 20 %', 'Normaal tarief 20 %'),
    '9B': text('Reduced rate, 10 %', 'Taux réduit 10 %', 'Verlaagd tarief 10 %'),
    '09': text('Reduced rate, 5.5 %', 'Taux réduit 5,5 %', 'Verlaagd tarief 5,5 %'),
    T6: text('Special rate, 2.1 %', 'Taux particulier 2,1 %', 'Bijzonder tarief 2,1 %'),
  },
  creditBoxes: new Set(),
};

const FORMS: Readonly<Record<string, ReturnForm>> = { BE: belgium, FR: france };
const UNKNOWN: ReturnForm = { titles: {}, creditBoxes: new Set() };

export function formOf(country: string | null): ReturnForm {
  return FORMS[country ?? ''] ?? UNKNOWN;
}
