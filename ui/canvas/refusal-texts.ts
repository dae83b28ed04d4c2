import type { DocumentKind } from '#schemas/documents/index.ts';
import type { Language } from '#schemas/localised.ts';
import { defineTexts, translator } from '#ui/i18n/use-texts.ts';
import type { Refusal } from './connect.ts';

const refusalTexts = defineTexts({
  carries_sales: { en: 'A sale', fr: 'Une vente', nl: 'Een verkoop' },
  carries_payment: { en: 'A payment', fr: 'Un paiement', nl: 'Een betaling' },
  carries_payout: { en: 'A payout', fr: 'Un virement du prestataire', nl: 'Een uitbetaling' },
  carries_party: { en: 'A customer', fr: 'Un client', nl: 'Een klant' },
  carries_entry: { en: 'A journal entry', fr: 'Une écriture', nl: 'Een boeking' },
  carries_file: { en: 'A file', fr: 'Un fichier', nl: 'Een bestand' },
  carries_notice: { en: 'A notice', fr: 'Un avis', nl: 'Een bericht' },
  takes_sales: { en: 'sales', fr: 'des ventes', nl: 'verkopen' },
  takes_payment: { en: 'payments', fr: 'des paiements', nl: 'betalingen' },
  takes_payout: { en: 'payouts', fr: 'des virements', nl: 'uitbetalingen' },
  takes_party: { en: 'customers', fr: 'des clients', nl: 'klanten' },
  takes_entry: { en: 'journal entries', fr: 'des écritures', nl: 'boekingen' },
  takes_file: { en: 'files', fr: 'des fichiers', nl: 'bestanden' },
  takes_notice: { en: 'notices', fr: 'des avis', nl: 'berichten' },
  kind: {
    en: '{carried} cannot go into a node that takes {taken}.',
    fr: '{carried} ne peut pas entrer dans un nœud qui reçoit {taken}.',
    nl: '{carried} kan niet naar een node die {taken} aanneemt.',
  },
  between: {
    en: 'Put a “{type}” node between.',
    fr: 'Placez un nœud « {type} » entre les deux.',
    nl: 'Zet er een node “{type}” tussen.',
  },
  taken: {
    en: 'These two are already connected.',
    fr: 'Ces deux nœuds sont déjà reliés.',
    nl: 'Deze twee zijn al verbonden.',
  },
  cycle: {
    en: 'Documents would run in a circle. Connect to a node further on.',
    fr: 'Les documents tourneraient en rond. Reliez un nœud situé plus loin.',
    nl: 'Documenten zouden in een kring lopen. Verbind met een node die verderop staat.',
  },
  itself: {
    en: 'A node cannot feed itself.',
    fr: 'Un nœud ne peut pas s’alimenter lui-même.',
    nl: 'Een node kan zichzelf niet voeden.',
  },
  'no-input': {
    en: 'That node takes no documents: it is where they come from.',
    fr: 'Ce nœud ne reçoit pas de documents : c’est lui qui les fournit.',
    nl: 'Die node neemt geen documenten aan: ze komen er juist vandaan.',
  },
  'unknown-port': {
    en: 'Nothing comes out of that node, so there is nothing to connect.',
    fr: 'Rien ne sort de ce nœud : il n’y a rien à relier.',
    nl: 'Uit die node komt niets, dus er is niets te verbinden.',
  },
});

const SHORT: Record<DocumentKind, 'sales' | 'payment' | 'payout' | 'party' | 'entry' | 'file' | 'notice'> = {
  'sales-document': 'sales',
  payment: 'payment',
  payout: 'payout',
  party: 'party',
  'journal-entry': 'entry',
  file: 'file',
  notice: 'notice',
};

/** Says why two nodes cannot be joined, and what would help. */
export function refusalText(refusal: Refusal, language: Language): string {
  const t = translator(refusalTexts, language);
  if (refusal.reason !== 'kind') return t(refusal.reason);
  const why = t('kind', { carried: t(`carries_${SHORT[refusal.from]}`), taken: t(`takes_${SHORT[refusal.to]}`) });
  return refusal.between ? `${why} ${t('between', { type: refusal.between.texts.title[language] })}` : why;
}
