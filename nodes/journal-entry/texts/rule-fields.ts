import { type FieldEntries, localised } from './by-field.ts';

const emptyIsPreset = localised(
  'Empty: the account that would apply without this rule.',
  'Vide : le compte qui s’appliquerait sans cette règle.',
  'Leeg: de rekening die zonder deze regel zou gelden.',
);

export const ruleFields: FieldEntries = {
  vatRules: {
    title: localised('VAT rules', 'Règles de TVA', 'Btw-regels'),
    help: localised(
      'Your exceptions to the chart of accounts. The most precise rule wins: country and rate, then country, then rate.',
      'Vos exceptions au plan comptable. La règle la plus précise l’emporte : pays et taux, puis pays, puis taux.',
      'Uw uitzonderingen op het rekeningstelsel. De meest precieze regel wint: land en tarief, dan land, dan tarief.',
    ),
  },
  'vatRules[].country': {
    title: localised('Country', 'Pays', 'Land'),
    help: localised(
      'Two letters, or * for every country.',
      'Deux lettres, ou * pour tous les pays.',
      'Twee letters, of * voor elk land.',
    ),
  },
  'vatRules[].rate': {
    title: localised('Rate', 'Taux', 'Tarief'),
    help: localised(
      'In percent (21, 5.5), or * for every rate above zero. 0 is for sales without VAT.',
      'En pour cent (21, 5.5), ou * pour tout taux supérieur à zéro. 0 vise les ventes sans TVA.',
      'In procent (21, 5.5), of * voor elk tarief boven nul. 0 is voor verkopen zonder btw.',
    ),
  },
  'vatRules[].revenueAccount': {
    title: localised('Revenue account', 'Compte de produit', 'Omzetrekening'),
    help: emptyIsPreset,
  },
  'vatRules[].vatAccount': { title: localised('VAT account', 'Compte de TVA', 'Btw-rekening'), help: emptyIsPreset },
  'vatRules[].vatCode': {
    title: localised('VAT code', 'Code TVA', 'Btw-code'),
    help: localised(
      'Empty: that of the chart of accounts.',
      'Vide : celui du plan comptable.',
      'Leeg: die van het rekeningstelsel.',
    ),
  },
  discounts: {
    title: localised('Discounts', 'Remises', 'Kortingen'),
    help: localised(
      'A discount can stand on its own account, or be taken off the revenue.',
      'Une remise peut figurer sur son propre compte ou venir en moins du produit.',
      'Een korting kan op een eigen rekening staan of van de omzet worden afgetrokken.',
    ),
    options: {
      separate: localised('On their own account', 'Sur un compte distinct', 'Op een aparte rekening'),
      net: localised('Taken off the revenue', 'Déduites du produit', 'In mindering van de omzet'),
    },
  },
  amountOnlyRefunds: {
    title: localised('Refunds without lines', 'Remboursements sans lignes', 'Terugbetalingen zonder regels'),
    help: localised(
      'When the shop gives back an amount without saying for which lines.',
      'Quand la boutique rembourse un montant sans préciser les lignes.',
      'Wanneer de webwinkel een bedrag terugbetaalt zonder te zeggen voor welke regels.',
    ),
    options: {
      spread: localised(
        'Spread over the rates of the sale, with a warning',
        'Répartir sur les taux de la vente, avec un avertissement',
        'Verdelen over de tarieven van de verkoop, met een waarschuwing',
      ),
      hold: localised('Hold for a person', 'Retenir pour examen', 'Tegenhouden voor nazicht'),
    },
  },
  exchangeRates: {
    title: localised('Exchange rates', 'Taux de change', 'Wisselkoersen'),
    help: localised(
      'For sales in another currency. They come before a rate that the shop gives; without either, the document is held.',
      'Pour les ventes en devise. Ils priment sur le taux donné par la boutique ; sans taux, le document est retenu.',
      'Voor verkopen in een andere munt. Ze gaan voor op de koers van de webwinkel; zonder koers wordt het document tegengehouden.',
    ),
  },
  'exchangeRates[].currency': {
    title: localised('Currency', 'Devise', 'Munt'),
    help: localised(
      'Three letters, such as USD.',
      'Trois lettres, par exemple USD.',
      'Drie letters, bijvoorbeeld USD.',
    ),
  },
  'exchangeRates[].rate': {
    title: localised('Rate', 'Taux', 'Koers'),
    help: localised(
      'What one unit is worth in the currency of the books: 0.92.',
      'Valeur d’une unité dans la monnaie des comptes : 0.92.',
      'Waarde van één eenheid in de munt van de boekhouding: 0.92.',
    ),
  },
};
