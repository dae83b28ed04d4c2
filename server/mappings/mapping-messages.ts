import type { Localised } from '#schemas/localised.ts';
import { AXIS_NAMES, FIELD_NAMES, NOTE_NAME, TABLE_NAMES } from '#schemas/mapping/names.ts';
import { defineMessages } from '#schemas/messages.ts';

function wordsOf<const Prefix extends string, const Id extends string>(
  prefix: Prefix,
  names: Readonly<Record<Id, Localised>>,
) {
  const pairs = Object.entries<Localised>(names).map(([id, text]) => [`${prefix}${id}`, { text }]);
  return Object.fromEntries(pairs) as Record<`${Prefix}${Id}`, { readonly text: Localised }>;
}

/** Messages name tables and columns by their id; people read the names that stand on the screen. */
const TABLE_WORD = { table: 'table_' };
const CELL_WORDS = { table: 'table_', field: 'column_' };

/** What the operations on mapping tables refuse. */
export const mappingMessages = defineMessages('mappings', {
  ...wordsOf('table_', TABLE_NAMES),
  ...wordsOf('column_', { ...FIELD_NAMES, ...AXIS_NAMES, note: NOTE_NAME }),
  missing: {
    text: {
      en: 'This set of mapping tables does not exist in this workspace.',
      fr: 'Ces tables de correspondance n’existent pas dans cet espace de travail.',
      nl: 'Deze mappingtabellen bestaan niet in deze werkruimte.',
    },
  },
  archived: {
    text: {
      en: '“{name}” has been put away; it cannot be changed.',
      fr: '« {name} » a été archivé ; il ne peut pas être modifié.',
      nl: '“{name}” is gearchiveerd en kan niet worden gewijzigd.',
    },
    remedy: {
      en: 'Bring it back first, or make a copy of it.',
      fr: 'Restaurez-le d’abord, ou faites-en une copie.',
      nl: 'Zet het eerst terug, of maak er een kopie van.',
    },
  },
  name_taken: {
    text: {
      en: 'There already is a set of mapping tables called “{name}”.',
      fr: 'Des tables de correspondance nommées « {name} » existent déjà.',
      nl: 'Er bestaan al mappingtabellen met de naam “{name}”.',
    },
    remedy: {
      en: 'Choose another name; those that were put away keep theirs.',
      fr: 'Choisissez un autre nom ; celles qui sont archivées gardent le leur.',
      nl: 'Kies een andere naam; gearchiveerde tabellen behouden hun naam.',
    },
  },
  two_origins: {
    text: {
      en: 'A new set of tables comes from a preset or from a copy, not from both.',
      fr: 'De nouvelles tables viennent d’un plan comptable ou d’une copie, pas des deux.',
      nl: 'Nieuwe tabellen komen van een rekeningstelsel of van een kopie, niet van beide.',
    },
  },
  no_such_preset: {
    text: {
      en: 'There is no preset called “{preset}”.',
      fr: 'Il n’existe pas de modèle nommé « {preset} ».',
      nl: 'Er bestaat geen sjabloon met de naam “{preset}”.',
    },
    remedy: {
      en: 'Choose one of the list, or start with empty tables.',
      fr: 'Choisissez-en un dans la liste, ou commencez avec des tables vides.',
      nl: 'Kies er een uit de lijst, of begin met lege tabellen.',
    },
  },
  saved_meanwhile: {
    text: {
      en: '{who} saved these tables on {when}, after you opened them; nothing of yours was saved.',
      fr: '{who} a enregistré ces tables le {when}, après que vous les avez ouvertes ; rien de votre travail n’a été enregistré.',
      nl: '{who} heeft deze tabellen opgeslagen op {when}, nadat u ze opende; van uw wijzigingen is niets opgeslagen.',
    },
    remedy: {
      en: 'Export your rows as CSV if you want to keep them, load the tables again and make your changes there.',
      fr: 'Exportez vos lignes en CSV si vous voulez les garder, rechargez les tables et refaites-y vos modifications.',
      nl: 'Exporteer uw rijen als CSV als u ze wilt bewaren, laad de tabellen opnieuw en breng uw wijzigingen daar aan.',
    },
  },
  still_published: {
    text: {
      en: 'Published flows work with “{name}”: {flows}. It was not put away.',
      fr: 'Des flux publiés travaillent avec « {name} » : {flows}. Il n’a pas été archivé.',
      nl: 'Gepubliceerde flows werken met “{name}”: {flows}. Het is niet gearchiveerd.',
    },
    remedy: {
      en: 'Choose other tables in these flows and publish them first.',
      fr: 'Choisissez d’abord d’autres tables dans ces flux, puis publiez-les.',
      nl: 'Kies eerst andere tabellen in deze flows en publiceer ze.',
    },
  },
  revision_missing: {
    text: {
      en: 'Revision {revision} of these tables is not kept.',
      fr: 'La révision {revision} de ces tables n’est pas conservée.',
      nl: 'Revisie {revision} van deze tabellen wordt niet bewaard.',
    },
  },
  not_saved: {
    text: {
      en: 'The tables were not saved: {count} cells are wrong.',
      fr: 'Les tables n’ont pas été enregistrées : {count} cellules sont à corriger.',
      nl: 'De tabellen zijn niet opgeslagen: {count} cellen kloppen niet.',
    },
    remedy: {
      en: 'Correct them and save again.',
      fr: 'Corrigez-les et enregistrez à nouveau.',
      nl: 'Verbeter ze en sla opnieuw op.',
    },
  },
  too_many_rules: {
    text: {
      en: 'These are {count} rules, and a set of tables holds at most {most}.',
      fr: 'Il y a {count} règles, et un jeu de tables en contient au plus {most}.',
      nl: 'Dit zijn {count} regels, en een stel tabellen bevat er hoogstens {most}.',
    },
    remedy: {
      en: 'Say with wildcards (“*”) what holds for many, and delete the rows that it replaces.',
      fr: 'Exprimez par des jokers (« * ») ce qui vaut pour plusieurs cas, et supprimez les lignes ainsi remplacées.',
      nl: 'Zeg met jokers (“*”) wat voor vele gevallen geldt en verwijder de rijen die daardoor wegvallen.',
    },
  },
  wrong_axis: {
    words: CELL_WORDS,
    text: {
      en: 'Table “{table}”, row {row}: the table does not depend on “{field}”.',
      fr: 'Table « {table} », ligne {row} : la table ne dépend pas de « {field} ».',
      nl: 'Tabel “{table}”, rij {row}: de tabel hangt niet af van “{field}”.',
    },
  },
  wrong_field: {
    words: CELL_WORDS,
    text: {
      en: 'Table “{table}”, row {row}: the table has no field “{field}”.',
      fr: 'Table « {table} », ligne {row} : la table n’a pas de champ « {field} ».',
      nl: 'Tabel “{table}”, rij {row}: de tabel heeft geen veld “{field}”.',
    },
  },
  too_long: {
    words: CELL_WORDS,
    text: {
      en: 'Table “{table}”, row {row}, “{field}”: longer than {most} characters.',
      fr: 'Table « {table} », ligne {row}, « {field} » : plus de {most} caractères.',
      nl: 'Tabel “{table}”, rij {row}, “{field}”: langer dan {most} tekens.',
    },
  },
  bad_country: {
    words: TABLE_WORD,
    text: {
      en: 'Table “{table}”, row {row}: “{value}” is no country.',
      fr: 'Table « {table} », ligne {row} : « {value} » n’est pas un pays.',
      nl: 'Tabel “{table}”, rij {row}: “{value}” is geen land.',
    },
    remedy: {
      en: 'A country is two letters (BE, FR); “*” stands for all countries.',
      fr: 'Un pays s’écrit en deux lettres (BE, FR) ; « * » vaut pour tous les pays.',
      nl: 'Een land is twee letters (BE, FR); “*” staat voor alle landen.',
    },
  },
  bad_placeholder: {
    words: CELL_WORDS,
    text: {
      en: 'Table “{table}”, row {row}, “{field}”: “{value}” holds something in braces that is not known.',
      fr: 'Table « {table} », ligne {row}, « {field} » : « {value} » contient un élément entre accolades inconnu.',
      nl: 'Tabel “{table}”, rij {row}, “{field}”: “{value}” bevat iets tussen accolades dat niet bekend is.',
    },
    remedy: {
      en: 'An account may hold {known}, nothing else in braces.',
      fr: 'Un compte peut contenir {known}, rien d’autre entre accolades.',
      nl: 'Een rekening mag {known} bevatten, niets anders tussen accolades.',
    },
  },
  bad_choice: {
    words: CELL_WORDS,
    text: {
      en: 'Table “{table}”, row {row}, “{field}”: “{value}” is neither yes nor no.',
      fr: 'Table « {table} », ligne {row}, « {field} » : « {value} » n’est ni yes (oui) ni no (non).',
      nl: 'Tabel “{table}”, rij {row}, “{field}”: “{value}” is noch yes (ja) noch no (nee).',
    },
  },
  row_twice: {
    words: TABLE_WORD,
    text: {
      en: 'Table “{table}”, row {row}: another row has the same id.',
      fr: 'Table « {table} », ligne {row} : une autre ligne porte le même identifiant.',
      nl: 'Tabel “{table}”, rij {row}: een andere rij heeft hetzelfde kenmerk.',
    },
  },
  not_there: {
    text: {
      en: 'Node “{node}” works with mapping tables that this workspace does not have.',
      fr: 'Le nœud « {node} » travaille avec des tables de correspondance que cet espace de travail n’a pas.',
      nl: 'Node “{node}” werkt met mappingtabellen die deze werkruimte niet heeft.',
    },
    remedy: {
      en: 'Choose others in the settings of the node, or none.',
      fr: 'Choisissez-en d’autres dans les réglages du nœud, ou aucune.',
      nl: 'Kies er andere in de instellingen van de node, of geen.',
    },
  },
  put_away: {
    text: {
      en: 'Node “{node}” works with the mapping tables “{name}”, which have been put away.',
      fr: 'Le nœud « {node} » travaille avec les tables de correspondance « {name} », qui ont été archivées.',
      nl: 'Node “{node}” werkt met de mappingtabellen “{name}”, die gearchiveerd zijn.',
    },
    remedy: {
      en: 'Bring them back, or choose others in the settings of the node.',
      fr: 'Restaurez-les, ou choisissez-en d’autres dans les réglages du nœud.',
      nl: 'Zet ze terug, of kies er andere in de instellingen van de node.',
    },
  },
  csv_empty: {
    text: {
      en: 'The file has no heading: its first line names none of the columns of this table.',
      fr: 'Le fichier n’a pas d’en-tête : sa première ligne ne nomme aucune colonne de cette table.',
      nl: 'Het bestand heeft geen kopregel: de eerste regel noemt geen enkele kolom van deze tabel.',
    },
    remedy: {
      en: 'Export the table first and fill in that file, or name the columns: {columns}.',
      fr: 'Exportez d’abord la table et remplissez ce fichier, ou nommez les colonnes : {columns}.',
      nl: 'Exporteer eerst de tabel en vul dat bestand in, of benoem de kolommen: {columns}.',
    },
  },
  csv_column: {
    text: {
      en: 'Column “{column}” is not one of this table; it was not read.',
      fr: 'La colonne « {column} » n’appartient pas à cette table ; elle n’a pas été lue.',
      nl: 'Kolom “{column}” hoort niet bij deze tabel; ze is niet gelezen.',
    },
  },
  csv_column_twice: {
    text: {
      en: 'Column “{column}” is there twice; only the first one was read.',
      fr: 'La colonne « {column} » figure deux fois ; seule la première a été lue.',
      nl: 'Kolom “{column}” staat er tweemaal; alleen de eerste is gelezen.',
    },
  },
  csv_cells: {
    text: {
      en: 'This line has {count} cells and the heading has {columns}.',
      fr: 'Cette ligne a {count} cellules, et l’en-tête en a {columns}.',
      nl: 'Deze regel heeft {count} cellen en de kopregel {columns}.',
    },
    remedy: {
      en: 'A cell that holds the separator, a line break or a quotation mark stands in double quotation marks.',
      fr: 'Une cellule qui contient le séparateur, un saut de ligne ou un guillemet s’écrit entre guillemets droits.',
      nl: 'Een cel met het scheidingsteken, een regeleinde of een aanhalingsteken staat tussen dubbele aanhalingstekens.',
    },
  },
  csv_quote: {
    text: {
      en: 'A quotation mark is opened here and never closed: what follows cannot be read.',
      fr: 'Un guillemet est ouvert ici et jamais refermé : la suite est illisible.',
      nl: 'Hier gaat een aanhalingsteken open dat nooit sluit: wat volgt is onleesbaar.',
    },
  },
  no_such_field: {
    words: CELL_WORDS,
    text: {
      en: 'Table “{table}” has no field “{field}”.',
      fr: 'La table « {table} » n’a pas de champ « {field} ».',
      nl: 'Tabel “{table}” heeft geen veld “{field}”.',
    },
  },
});
