import { defineMessages } from '#schemas/messages.ts';

/**
 * Why a document is held before anything of it leaves: what its entries hold does not suit the books that they are meant
 * for. `expected` is a length as symbols that read alike in every language: "8", "3–8", "≤ 8".
 */
export const controlMessages = defineMessages('controls', {
  account_length: {
    setting: 'accountLength',
    text: {
      en: '{document}: the account “{value}” has {length} characters; “{target}” expects {expected}.',
      fr: '{document} : le compte « {value} » compte {length} caractères ; « {target} » en attend {expected}.',
      nl: '{document}: de rekening “{value}” telt {length} tekens; “{target}” verwacht er {expected}.',
    },
    remedy: {
      en: 'Lengthen or shorten the accounts in the mapping, or correct the length that the target’s settings state.',
      fr: 'Adaptez la longueur des comptes dans le paramétrage comptable, ou corrigez celle qu’indiquent les réglages de la destination.',
      nl: 'Pas de lengte van de rekeningen aan in de boekingsregels, of verbeter de lengte in de instellingen van de bestemming.',
    },
  },
  account_form: {
    setting: 'accountLength',
    text: {
      en: '{document}: “{target}” does not take the account “{value}”: its form is to be {expected}.',
      fr: '{document} : « {target} » n’accepte pas le compte « {value} » : la forme attendue est {expected}.',
      nl: '{document}: “{target}” aanvaardt de rekening “{value}” niet: de vorm moet {expected} zijn.',
    },
    remedy: {
      en: 'Lengthen or shorten the accounts in the mapping, or correct the length that the target’s settings state.',
      fr: 'Adaptez la longueur des comptes dans le paramétrage comptable, ou corrigez celle qu’indiquent les réglages de la destination.',
      nl: 'Pas de lengte van de rekeningen aan in de boekingsregels, of verbeter de lengte in de instellingen van de bestemming.',
    },
  },
  auxiliary_length: {
    setting: 'customer',
    text: {
      en: '{document}: the auxiliary account “{value}” has {length} characters; “{target}” expects {expected}.',
      fr: '{document} : le compte auxiliaire « {value} » compte {length} caractères ; « {target} » en attend {expected}.',
      nl: '{document}: de hulprekening “{value}” telt {length} tekens; “{target}” verwacht er {expected}.',
    },
    remedy: {
      en: 'Choose another prefix or length of the customers’ auxiliary accounts in the mapping.',
      fr: 'Choisissez un autre préfixe ou une autre longueur des comptes auxiliaires clients dans le paramétrage comptable.',
      nl: 'Kies een ander voorvoegsel of een andere lengte voor de hulprekeningen van klanten in de boekingsregels.',
    },
  },
  auxiliary_form: {
    setting: 'customer',
    text: {
      en: '{document}: “{target}” does not take the auxiliary account “{value}”: its form is to be {expected}.',
      fr: '{document} : « {target} » n’accepte pas le compte auxiliaire « {value} » : la forme attendue est {expected}.',
      nl: '{document}: “{target}” aanvaardt de hulprekening “{value}” niet: de vorm moet {expected} zijn.',
    },
    remedy: {
      en: 'Choose another prefix or length of the customers’ auxiliary accounts in the mapping.',
      fr: 'Choisissez un autre préfixe ou une autre longueur des comptes auxiliaires clients dans le paramétrage comptable.',
      nl: 'Kies een ander voorvoegsel of een andere lengte voor de hulprekeningen van klanten in de boekingsregels.',
    },
  },
  journal_length: {
    setting: 'journals',
    text: {
      en: '{document}: the journal “{value}” has {length} characters; “{target}” expects {expected}.',
      fr: '{document} : le journal « {value} » compte {length} caractères ; « {target} » en attend {expected}.',
      nl: '{document}: het dagboek “{value}” telt {length} tekens; “{target}” verwacht er {expected}.',
    },
    remedy: {
      en: 'Enter another journal code in the mapping.',
      fr: 'Indiquez un autre code journal dans le paramétrage comptable.',
      nl: 'Vul in de boekingsregels een andere dagboekcode in.',
    },
  },
  journal_form: {
    setting: 'journals',
    text: {
      en: '{document}: “{target}” does not take the journal “{value}”: its form is to be {expected}.',
      fr: '{document} : « {target} » n’accepte pas le journal « {value} » : la forme attendue est {expected}.',
      nl: '{document}: “{target}” aanvaardt het dagboek “{value}” niet: de vorm moet {expected} zijn.',
    },
    remedy: {
      en: 'Enter another journal code in the mapping.',
      fr: 'Indiquez un autre code journal dans le paramétrage comptable.',
      nl: 'Vul in de boekingsregels een andere dagboekcode in.',
    },
  },
  piece_length: {
    setting: 'labels.pieceNumber',
    text: {
      en: '{document}: the piece number “{value}” has {length} characters; “{target}” expects {expected}.',
      fr: '{document} : le numéro de pièce « {value} » compte {length} caractères ; « {target} » en attend {expected}.',
      nl: '{document}: het stuknummer “{value}” telt {length} tekens; “{target}” verwacht er {expected}.',
    },
    remedy: {
      en: 'Change the template of the piece number in the mapping.',
      fr: 'Modifiez le modèle du numéro de pièce dans le paramétrage comptable.',
      nl: 'Wijzig het sjabloon van het stuknummer in de boekingsregels.',
    },
  },
  piece_form: {
    setting: 'labels.pieceNumber',
    text: {
      en: '{document}: “{target}” does not take the piece number “{value}”: its form is to be {expected}.',
      fr: '{document} : « {target} » n’accepte pas le numéro de pièce « {value} » : la forme attendue est {expected}.',
      nl: '{document}: “{target}” aanvaardt het stuknummer “{value}” niet: de vorm moet {expected} zijn.',
    },
    remedy: {
      en: 'Change the template of the piece number in the mapping.',
      fr: 'Modifiez le modèle du numéro de pièce dans le paramétrage comptable.',
      nl: 'Wijzig het sjabloon van het stuknummer in de boekingsregels.',
    },
  },
  label_length: {
    setting: 'labels.sale',
    text: {
      en: '{document}: the label “{value}” has {length} characters; “{target}” expects {expected}.',
      fr: '{document} : le libellé « {value} » compte {length} caractères ; « {target} » en attend {expected}.',
      nl: '{document}: de omschrijving “{value}” telt {length} tekens; “{target}” verwacht er {expected}.',
    },
    remedy: {
      en: 'Shorten the template of the label in the mapping.',
      fr: 'Raccourcissez le modèle du libellé dans le paramétrage comptable.',
      nl: 'Kort het sjabloon van de omschrijving in de boekingsregels in.',
    },
  },
  label_form: {
    setting: 'labels.sale',
    text: {
      en: '{document}: “{target}” does not take the label “{value}”: its form is to be {expected}.',
      fr: '{document} : « {target} » n’accepte pas le libellé « {value} » : la forme attendue est {expected}.',
      nl: '{document}: “{target}” aanvaardt de omschrijving “{value}” niet: de vorm moet {expected} zijn.',
    },
    remedy: {
      en: 'Shorten the template of the label in the mapping.',
      fr: 'Raccourcissez le modèle du libellé dans le paramétrage comptable.',
      nl: 'Kort het sjabloon van de omschrijving in de boekingsregels in.',
    },
  },
  reference_length: {
    setting: 'labels.reference',
    text: {
      en: '{document}: the reference “{value}” has {length} characters; “{target}” expects {expected}.',
      fr: '{document} : la référence « {value} » compte {length} caractères ; « {target} » en attend {expected}.',
      nl: '{document}: de referentie “{value}” telt {length} tekens; “{target}” verwacht er {expected}.',
    },
    remedy: {
      en: 'Change the template of the reference in the mapping.',
      fr: 'Modifiez le modèle de la référence dans le paramétrage comptable.',
      nl: 'Wijzig het sjabloon van de referentie in de boekingsregels.',
    },
  },
  reference_form: {
    setting: 'labels.reference',
    text: {
      en: '{document}: “{target}” does not take the reference “{value}”: its form is to be {expected}.',
      fr: '{document} : « {target} » n’accepte pas la référence « {value} » : la forme attendue est {expected}.',
      nl: '{document}: “{target}” aanvaardt de referentie “{value}” niet: de vorm moet {expected} zijn.',
    },
    remedy: {
      en: 'Change the template of the reference in the mapping.',
      fr: 'Modifiez le modèle de la référence dans le paramétrage comptable.',
      nl: 'Wijzig het sjabloon van de referentie in de boekingsregels.',
    },
  },
  account_unknown: {
    setting: 'accounts',
    text: {
      en: '{document}: “{target}” does not know the account “{value}”.',
      fr: '{document} : « {target} » ne connaît pas le compte « {value} ».',
      nl: '{document}: “{target}” kent de rekening “{value}” niet.',
    },
    remedy: {
      en: 'Choose an account that exists there, or open it there and read the lists of the connection again.',
      fr: 'Choisissez un compte qui y existe, ou créez-le là-bas puis relisez les listes de la connexion.',
      nl: 'Kies een rekening die daar bestaat, of maak ze daar aan en lees de lijsten van de verbinding opnieuw in.',
    },
  },
  journal_unknown: {
    setting: 'journals',
    text: {
      en: '{document}: “{target}” does not know the journal “{value}”.',
      fr: '{document} : « {target} » ne connaît pas le journal « {value} ».',
      nl: '{document}: “{target}” kent het dagboek “{value}” niet.',
    },
    remedy: {
      en: 'Choose a journal that exists there, or open it there and read the lists of the connection again.',
      fr: 'Choisissez un journal qui y existe, ou créez-le là-bas puis relisez les listes de la connexion.',
      nl: 'Kies een dagboek dat daar bestaat, of maak het daar aan en lees de lijsten van de verbinding opnieuw in.',
    },
  },
  vat_code_unknown: {
    setting: 'vatRules',
    text: {
      en: '{document}: “{target}” does not know the VAT code “{value}”.',
      fr: '{document} : « {target} » ne connaît pas le code TVA « {value} ».',
      nl: '{document}: “{target}” kent de btw-code “{value}” niet.',
    },
    remedy: {
      en: 'Choose a VAT code that exists there, or add it there and read the lists of the connection again.',
      fr: 'Choisissez un code TVA qui y existe, ou ajoutez-le là-bas puis relisez les listes de la connexion.',
      nl: 'Kies een btw-code die daar bestaat, of voeg ze daar toe en lees de lijsten van de verbinding opnieuw in.',
    },
  },
  piece_number_taken: {
    setting: 'labels.pieceNumber',
    text: {
      en: '{document}: the piece number {value} is taken in the journal {journal} by {other} of {day}.',
      fr: '{document} : le numéro de pièce {value} est déjà pris dans le journal {journal} par {other} du {day}.',
      nl: '{document}: het stuknummer {value} is in het dagboek {journal} al gebruikt door {other} van {day}.',
    },
    remedy: {
      en: 'Choose a template of the piece number that tells the documents apart, then try it again.',
      fr: 'Choisissez un modèle de numéro de pièce qui distingue les documents, puis relancez-le.',
      nl: 'Kies een sjabloon van het stuknummer dat de documenten onderscheidt en probeer het opnieuw.',
    },
  },
  period_closed: {
    text: {
      en: '{document} is dated {day}, and the books are closed until {closedUntil}: nothing was booked.',
      fr: '{document} est daté du {day}, et les comptes sont clôturés jusqu’au {closedUntil} : rien n’a été comptabilisé.',
      nl: '{document} is gedateerd {day}, en de boeken zijn afgesloten tot en met {closedUntil}: er is niets geboekt.',
    },
    setting: 'controls.closedPeriod',
    remedy: {
      en: 'Have documents of closed periods moved to the open one in the mapping, or have the owner open the period again.',
      fr: 'Faites reporter les documents des périodes clôturées sur la période ouverte dans le paramétrage comptable, ou demandez au propriétaire de rouvrir la période.',
      nl: 'Laat documenten van afgesloten perioden in de boekingsregels naar de open periode verschuiven, of laat de eigenaar de periode heropenen.',
    },
  },
});
