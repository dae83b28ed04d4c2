import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { translator } from '#ui/i18n/use-texts.ts';
import { ruleText } from './rule-text.ts';
import { entriesTexts } from './texts.ts';

beforeAll(async () => {
  await i18next.init({
    lng: 'fr',
    resources: {},
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  });
});

it('says in words which rule chose an account, and shows an unknown name as it is', () => {
  // French puts a no-break space before a colon; which one is not the point here.
  const say = (rule: string) => ruleText(rule, translator(entriesTexts, 'fr')).replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(say('preset:oss:BE:21')).toBe('Plan comptable : OSS BE 21 %');
  expect(say('accounts:shipping:domestic:5.5')).toBe('Votre compte : vente nationale 5.5 %');
  expect(say('preset:reverse-charge')).toBe('Plan comptable : autoliquidation');
  expect(say('rule:payment:stripe*')).toBe('Votre règle pour le mode de paiement stripe*');
  expect(say('rule:BE:*')).toBe('Votre règle : BE, *');
  expect(say('rounding')).toBe('Différence d’arrondi');
  expect(say('autre chose')).toBe('autre chose');
});
