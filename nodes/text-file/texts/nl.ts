import type { FieldText } from '#nodes/kit/texts.ts';
import { ENCODING_NAMES } from './encoding-names.ts';

export const dutch: Readonly<Record<string, FieldText>> = {
  preset: {
    title: 'Formaat',
    help: 'De indeling van het bestand. FEC volgt de Franse wet tot op de letter; probeer de andere met één import voor u erop rekent.',
    options: {
      fec: 'FEC (Frankrijk)',
      'winbooks-act': 'WinBooks ACT (België) – te bevestigen met een import',
      bob50: 'BOB 50 (België) – te bevestigen met een import',
      quadratus: 'Quadratus / Cegid Quadra (Frankrijk) – te bevestigen met een import',
      'ciel-ximport': 'Ciel XIMPORT (Frankrijk) – te bevestigen met een import',
      csv: 'CSV – te bevestigen met een import',
      custom: 'Een eigen formaat',
    },
  },
  grain: {
    title: 'Eén boeking per',
    help: 'Elk document apart, of totalen per rekening, btw-tarief en betaling: één boeking per dag en dagboek, of per uitbetaling van de betaaldienst. Het register bewaart in elk geval elk document.',
    options: { document: 'document', day: 'dag', payout: 'uitbetaling' },
  },
  encoding: {
    title: 'Tekencodering',
    help: 'Laat die van het formaat staan, tenzij letters met accenten verminkt aankomen in het boekhoudpakket.',
    options: { '': 'Die van het formaat', ...ENCODING_NAMES },
  },
  onUnmappable: {
    title: 'Tekens die de codering niet kent',
    help: 'Wat er gebeurt met een letter of teken dat niet geschreven kan worden. Elke vervanging staat in het logboek.',
    options: {
      '': 'Zoals het formaat voorschrijft',
      error: 'De boeking tegenhouden',
      transliterate: 'Een gelijkenis schrijven (é als e, € als EUR)',
      replace: 'Het vervangteken schrijven',
    },
  },
  fileName: {
    title: 'Bestandsnaam',
    help: 'Leeg: de naam die het formaat voorschrijft. %D %M %y %Y zijn dag, maand en jaar van de uitvoering; ook {siren} {company} {closingDate} {from} {to} {journal} {flow} {run} worden ingevuld.',
  },
  siren: {
    title: 'SIREN-nummer',
    help: 'De negen cijfers van de Franse onderneming; het FEC-bestand draagt ze in zijn naam.',
  },
  company: { title: 'Onderneming', help: 'Naam van de onderneming, voor formaten en bestandsnamen die hem vermelden.' },
  fiscalYearEnd: {
    title: 'Einde van het boekjaar',
    help: 'Maand en dag waarop de boeken worden afgesloten, bijvoorbeeld 12-31. Een FEC bevat maar één boekjaar.',
  },
  validated: {
    title: 'Boekingen zijn gevalideerd',
    help: 'Vult de validatiedatum (ValidDate) in met de boekingsdatum. Zet uit om ontwerpboekingen door te geven; een definitief FEC mag er geen bevatten.',
  },
  bookYear: {
    title: 'Boekjaar in WinBooks',
    help: 'Eén teken: het nummer van het boekjaar in het WinBooks-dossier (1 tot 9, daarna A tot Z). Andere formaten negeren het.',
  },
  custom: {
    title: 'Eigen formaat',
    help: 'De definitie van uw eigen formaat als JSON, gebruikt wanneer het formaat op “Een eigen formaat” staat. De documentatie van deze node legt ze uit.',
  },
};
