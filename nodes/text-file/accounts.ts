import type { LineRole } from '#schemas/documents/journal-entry.ts';

export type Chart = 'pcg' | 'pcmn';

/**
 * Names of accounts by prefix, the longest one wins. In French, because the files that print them are French ones: an
 * entry carries account numbers only, and the FEC demands a name for each.
 * Sources: Plan comptable général (règlement ANC 2014-03 as amended), PCMN (arrêté royal du 21 octobre 2018).
 */
const NAMES: Readonly<Record<Chart, Readonly<Record<string, string>>>> = {
  pcg: {
    '401': 'Fournisseurs',
    '411': 'Clients',
    '416': 'Clients douteux ou litigieux',
    '418': 'Clients - produits non encore facturés',
    '419': 'Clients créditeurs',
    '4191': 'Clients - avances et acomptes reçus',
    '445': "État - taxes sur le chiffre d'affaires",
    '4452': 'TVA due intracommunautaire',
    '4455': 'TVA à décaisser',
    '4456': 'TVA déductible',
    '4457': 'TVA collectée',
    '4458': 'TVA à régulariser ou en attente',
    '46': 'Débiteurs et créditeurs divers',
    '467': 'Autres comptes débiteurs ou créditeurs',
    '471': "Compte d'attente",
    '487': "Produits constatés d'avance",
    '511': "Valeurs à l'encaissement",
    '512': 'Banques',
    '517': 'Autres organismes financiers',
    '53': 'Caisse',
    '58': 'Virements internes',
    '622': "Rémunérations d'intermédiaires et honoraires",
    '627': 'Services bancaires et assimilés',
    '656': 'Pertes de change sur créances et dettes commerciales',
    '658': 'Charges diverses de gestion courante',
    '665': 'Escomptes accordés',
    '666': 'Pertes de change',
    '668': 'Autres charges financières',
    '701': 'Ventes de produits finis',
    '706': 'Prestations de services',
    '707': 'Ventes de marchandises',
    '708': 'Produits des activités annexes',
    '7085': 'Ports et frais accessoires facturés',
    '709': 'Rabais, remises et ristournes accordés',
    '756': 'Gains de change sur créances et dettes commerciales',
    '758': 'Produits divers de gestion courante',
    '766': 'Gains de change',
    '768': 'Autres produits financiers',
  },
  pcmn: {
    '400': 'Clients',
    '404': 'Produits à recevoir',
    '411': 'TVA à récupérer',
    '44': 'Dettes commerciales',
    '451': 'TVA à payer',
    '46': 'Acomptes reçus',
    '489': 'Autres dettes diverses',
    '493': 'Produits à reporter',
    '499': "Comptes d'attente",
    '55': 'Établissements de crédit',
    '57': 'Caisses',
    '58': 'Virements internes',
    '61': 'Services et biens divers',
    '654': 'Différences de change',
    '657': 'Charges financières diverses',
    '659': 'Charges financières diverses',
    '70': "Chiffre d'affaires",
    '700': 'Ventes et prestations de services',
    '708': 'Remises, ristournes et rabais accordés',
    '74': "Autres produits d'exploitation",
    '754': 'Différences de change',
    '757': 'Produits financiers divers',
  },
};

const ROLE_NAMES: Readonly<Record<LineRole, string>> = {
  receivable: 'Clients',
  revenue: 'Ventes',
  shipping: 'Ports et frais accessoires facturés',
  discount: 'Rabais, remises et ristournes accordés',
  fee: 'Frais facturés',
  wrapping: 'Emballages cadeaux',
  'gift-card': 'Cartes cadeaux',
  tip: 'Pourboires',
  deposit: 'Acomptes reçus',
  vat: 'TVA',
  payment: 'Encaissements',
  'processor-fee': 'Commissions sur encaissements',
  rounding: "Différences d'arrondi",
  exchange: 'Différences de change',
  suspense: "Comptes d'attente",
};

/** The French name of an account: by its longest known prefix, else by what the line is for. Never empty. */
export function accountName(chart: Chart, account: string, role: LineRole): string {
  const names = NAMES[chart];
  for (let length = Math.min(account.length, 4); length >= 2; length -= 1) {
    const name = names[account.slice(0, length)];
    if (name) return name;
  }
  return ROLE_NAMES[role];
}
