import type { UnplacedReason } from '#schemas/api/vat-returns.ts';
import type { Localised } from '#schemas/localised.ts';

const text = (en: string, fr: string, nl: string): Localised => ({ en, fr, nl });

export const CSV_TITLES = {
  part: text('Part', 'Rubrique', 'Rubriek'),
  country: text('Return', 'Déclaration', 'Aangifte'),
  key: text('Box', 'Case', 'Vak'),
  title: text('Title', 'Intitulé', 'Omschrijving'),
  rate: text('Rate', 'Taux', 'Tarief'),
  base: text('Base', 'Base', 'Maatstaf'),
  vat: text('VAT', 'TVA', 'Btw'),
  currency: text('Currency', 'Devise', 'Munt'),
} as const;

export const CSV_PARTS = {
  boxes: text('Boxes', 'Cases', 'Vakken'),
  oss: text('OSS', 'OSS', 'OSS'),
  customers: text('EU customers', 'Clients intracommunautaires', 'Intracommunautaire klanten'),
  unplaced: text('Cannot be placed', 'Non classé', 'Niet te plaatsen'),
  placed: text('In boxes', 'Dans des cases', 'In vakken'),
  elsewhere: text('In no box, rightly', 'Hors cases, à juste titre', 'Terecht in geen vak'),
  all: text('All lines', 'Toutes les lignes', 'Alle regels'),
  note: text(
    'Preview made from booked entries; not a filing.',
    'Aperçu établi d’après les écritures ; ce n’est pas un dépôt.',
    'Voorbeeld op basis van de boekingen; geen indiening.',
  ),
} as const;

export const REASON_TEXTS: Readonly<Record<UnplacedReason, Localised>> = {
  unmarked: text(
    'The entry says nothing of its VAT',
    'L’écriture ne dit rien de sa TVA',
    'De boeking zegt niets over haar btw',
  ),
  margin: text(
    'Margin scheme: the margin is not known here',
    'Régime de la marge : la marge n’est pas connue ici',
    'Margeregeling: de marge is hier niet bekend',
  ),
  untaxed: text(
    'Sale at home without VAT and without a reason',
    'Vente nationale sans TVA et sans motif',
    'Binnenlandse verkoop zonder btw en zonder reden',
  ),
  registered: text('Taxed in another country', 'Taxé dans un autre pays', 'Belast in een ander land'),
  rate: text('No box is known for this rate', 'Aucune case connue pour ce taux', 'Geen vak bekend voor dit tarief'),
};
