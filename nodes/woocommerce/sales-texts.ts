import type { TypeTexts } from '#nodes/kit/texts.ts';

export const salesTexts: TypeTexts = {
  title: { en: 'WooCommerce sales', fr: 'Ventes WooCommerce', nl: 'WooCommerce-verkopen' },
  description: {
    en: 'Reads the orders of a WooCommerce shop as sales and their refunds as credit notes.',
    fr: 'Lit les commandes d’une boutique WooCommerce comme ventes et leurs remboursements comme avoirs.',
    nl: 'Leest de bestellingen van een WooCommerce-winkel als verkopen en de terugbetalingen als creditnota’s.',
  },
  fields: {
    en: {
      dateAxis: {
        title: 'Date that counts',
        help: 'The date of an order that decides which period it belongs to. A refund counts on the day it was made.',
        options: {
          created: 'Order date',
          paid: 'Payment date',
          completed: 'Completion date',
          modified: 'Date of the last change',
        },
      },
      statuses: {
        title: 'Statuses to book',
        help: 'Orders with another status are listed as skipped. A status of a plugin is written without "wc-".',
      },
      creditNotes: {
        title: 'Read refunds',
        help: 'Each refund of a booked order becomes a credit note, even when the order itself is older.',
      },
      productCategories: {
        title: 'Read product categories',
        help: 'For mapping tables that go by category: one more call a page, and a key that may read products.',
      },
      perPage: { title: 'Orders per page', help: '1 to 100. A lower number is gentler on a slow shop.' },
      vatNumberKeys: {
        title: 'Fields with the VAT number',
        help: 'Names of order fields to look at first. The fields of the usual VAT plugins are known already.',
      },
    },
    fr: {
      dateAxis: {
        title: 'Date prise en compte',
        help: 'La date de la commande qui détermine sa période. Un remboursement compte au jour où il a été fait.',
        options: {
          created: 'Date de commande',
          paid: 'Date de paiement',
          completed: 'Date de fin de traitement',
          modified: 'Date de dernière modification',
        },
      },
      statuses: {
        title: 'Statuts à comptabiliser',
        help: 'Les commandes d’un autre statut sont listées comme ignorées. Un statut d’extension s’écrit sans « wc- ».',
      },
      creditNotes: {
        title: 'Lire les remboursements',
        help: 'Chaque remboursement d’une commande comptabilisée devient un avoir, même si la commande est plus ancienne.',
      },
      productCategories: {
        title: 'Lire les catégories d’articles',
        help: 'Pour les correspondances par catégorie : un appel de plus par page, et une clé autorisée à lire les produits.',
      },
      perPage: {
        title: 'Commandes par page',
        help: 'De 1 à 100. Un nombre plus bas ménage une boutique lente.',
      },
      vatNumberKeys: {
        title: 'Champs du numéro de TVA',
        help: 'Noms des champs de commande à consulter en premier. Ceux des extensions courantes sont déjà connus.',
      },
    },
    nl: {
      dateAxis: {
        title: 'Datum die telt',
        help: 'De datum van een bestelling die haar periode bepaalt. Een terugbetaling telt op de dag waarop ze gebeurde.',
        options: {
          created: 'Besteldatum',
          paid: 'Betaaldatum',
          completed: 'Datum van afronding',
          modified: 'Datum van de laatste wijziging',
        },
      },
      statuses: {
        title: 'Te boeken statussen',
        help: 'Bestellingen met een andere status worden als overgeslagen getoond. Schrijf een plug-instatus zonder "wc-".',
      },
      creditNotes: {
        title: 'Terugbetalingen lezen',
        help: 'Elke terugbetaling van een geboekte bestelling wordt een creditnota, ook als de bestelling ouder is.',
      },
      productCategories: {
        title: 'Artikelcategorieën lezen',
        help: 'Voor mappingtabellen per categorie: één oproep meer per pagina, en een sleutel die producten mag lezen.',
      },
      perPage: {
        title: 'Bestellingen per pagina',
        help: '1 tot 100. Een lager getal spaart een trage winkel.',
      },
      vatNumberKeys: {
        title: 'Velden met het btw-nummer',
        help: 'Namen van bestelvelden die eerst bekeken worden. De velden van de gangbare btw-plug-ins zijn al bekend.',
      },
    },
  },
};
