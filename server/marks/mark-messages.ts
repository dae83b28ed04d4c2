import { defineMessages } from '#schemas/messages.ts';

export const markMessages = defineMessages('mark', {
  not_noted: {
    text: {
      en: 'The source could not note what was booked: {reason}',
      fr: 'La source n’a pas pu noter ce qui a été comptabilisé : {reason}',
      nl: 'De bron kon niet noteren wat geboekt is: {reason}',
    },
    remedy: {
      en: 'The bookings stand and are not made twice. Mend the cause if you want the note in the source; the next run notes its own documents.',
      fr: 'Les écritures sont acquises et ne seront pas passées deux fois. Corrigez la cause si vous voulez cette note dans la source ; l’exécution suivante notera ses propres documents.',
      nl: 'De boekingen staan vast en worden niet herhaald. Verhelp de oorzaak als u de notitie in de bron wilt; de volgende uitvoering noteert haar eigen documenten.',
    },
  },
  noted: {
    text: {
      en: 'The source noted that {count} document(s) are booked',
      fr: 'La source a noté que {count} document(s) sont comptabilisés',
      nl: 'De bron noteerde dat {count} document(en) geboekt zijn',
    },
  },
});
