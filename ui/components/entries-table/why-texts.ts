import { defineTexts } from '#ui/i18n/use-texts.ts';

export const whyTexts = defineTexts({
  is: { en: '{name}: {value}', fr: '{name} : {value}', nl: '{name}: {value}' },
  title: { en: 'Why this rule won', fr: 'Pourquoi cette règle l’emporte', nl: 'Waarom deze regel het haalde' },
  help: {
    en: 'All rules that hold for this line; the most specific one that says something is used.',
    fr: 'Toutes les règles valables pour cette ligne ; la plus précise qui donne une valeur est appliquée.',
    nl: 'Alle regels die voor deze regel gelden; de meest specifieke die iets zegt, wordt gebruikt.',
  },
  default: { en: 'Default: all cases', fr: 'Par défaut : tous les cas', nl: 'Standaard: alle gevallen' },
  wins: { en: 'used', fr: 'appliquée', nl: 'gebruikt' },
  overruled: { en: 'less specific', fr: 'moins précise', nl: 'minder specifiek' },
  silent: { en: 'says nothing', fr: 'sans valeur', nl: 'zegt niets' },
});
