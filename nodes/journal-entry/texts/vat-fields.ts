import { type FieldEntries, localised } from './by-field.ts';

const wildcards = localised(
  '* stands for any text.',
  '* remplace n’importe quel texte.',
  '* staat voor om het even welke tekst.',
);
const withWildcards = (en: string, fr: string, nl: string) =>
  localised(`${en} ${wildcards.en}`, `${fr} ${wildcards.fr}`, `${nl} ${wildcards.nl}`);

const warnOrHold = {
  warn: localised('Book with a warning', 'Comptabiliser avec un avertissement', 'Boeken met een waarschuwing'),
  hold: localised('Hold for a person', 'Retenir pour examen', 'Tegenhouden voor nazicht'),
};

export const vatFields: FieldEntries = {
  vat: {
    title: localised('VAT', 'TVA', 'Btw'),
    help: localised(
      'What your own VAT position says about a sale, where the shop does not say it.',
      'Ce que votre propre situation TVA dit d’une vente, lorsque la boutique ne l’indique pas.',
      'Wat uw eigen btw-situatie over een verkoop zegt, waar de webwinkel dat niet doet.',
    ),
  },
  'vat.isExemptSeller': {
    title: localised('I charge no VAT', 'Je ne facture pas de TVA', 'Ik reken geen btw aan'),
    help: localised(
      'Small business: BE article 56bis, FR article 293 B. A document that bears VAT is then held.',
      'Petite entreprise : art. 56bis en Belgique, franchise art. 293 B en France. Un document avec TVA est alors retenu.',
      'Kleine onderneming: art. 56bis in België, art. 293 B in Frankrijk. Een document met btw wordt dan tegengehouden.',
    ),
  },
  'vat.marginScheme': {
    title: localised('Margin scheme', 'Régime de la marge', 'Margeregeling'),
    help: withWildcards(
      'Names of taxes, or product categories, of second-hand goods, art and antiques sold under the margin scheme.',
      'Noms de taxes, ou catégories de produits, des biens d’occasion et objets d’art vendus sous le régime de la marge.',
      'Namen van belastingen, of productcategorieën, van tweedehandse goederen en kunst onder de margeregeling.',
    ),
  },
  'vat.coContractor': {
    title: localised(
      'VAT owed by the co-contractor',
      'Cocontractant (autoliquidation)',
      'Medecontractant (btw verlegd)',
    ),
    help: withWildcards(
      'Names of taxes, or customer groups, for which the buyer in your own country owes the VAT.',
      'Noms de taxes, ou groupes de clients, pour lesquels l’acheteur de votre pays est redevable de la TVA.',
      'Namen van belastingen, of klantengroepen, waarvoor de koper in uw eigen land de btw verschuldigd is.',
    ),
  },
  'vat.exempt': {
    title: localised('Exempt by law', 'Exonérées par la loi', 'Vrijgesteld door de wet'),
    help: withWildcards(
      'Names of taxes, or product categories, that bear no VAT: BE article 44, FR article 261.',
      'Noms de taxes, ou catégories de produits, exonérés : article 44 en Belgique, article 261 du CGI en France.',
      'Namen van belastingen, of productcategorieën, zonder btw: artikel 44 in België, artikel 261 CGI in Frankrijk.',
    ),
  },
  'vat.pickup': {
    title: localised('Pick-up in store', 'Retrait en magasin', 'Afhaling in de winkel'),
    help: withWildcards(
      'Carriers by which the customer fetches the goods: the sale then takes place in your own country.',
      'Transporteurs pour lesquels le client vient chercher les biens : la vente a alors lieu dans votre pays.',
      'Verzendwijzen waarbij de klant de goederen afhaalt: de verkoop vindt dan in uw eigen land plaats.',
    ),
  },
  'vat.implausible': {
    title: localised('VAT that does not add up', 'TVA invraisemblable', 'Onwaarschijnlijke btw'),
    help: localised(
      'When the VAT of a document does not follow from the lines that bear it.',
      'Quand la TVA d’un document ne découle pas des lignes qui la portent.',
      'Wanneer de btw van een document niet volgt uit de regels die ze dragen.',
    ),
    options: warnOrHold,
  },
  'vat.wrongNumber': {
    title: localised('Impossible VAT number', 'Numéro de TVA impossible', 'Onmogelijk btw-nummer'),
    help: localised(
      'When the form or the check digits are wrong, and a sale without VAT depends on the number.',
      'Quand la forme ou la clé de contrôle est fausse, et qu’une vente sans TVA dépend de ce numéro.',
      'Wanneer de vorm of het controlegetal fout is, en een verkoop zonder btw van dat nummer afhangt.',
    ),
    options: warnOrHold,
  },
};
