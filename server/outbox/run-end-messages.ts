import { defineMessages } from '#schemas/messages.ts';

/** How a run can end without any of its steps having failed. */
export const runEndMessages = defineMessages('run-end', {
  timed_out: {
    text: {
      en: 'The run was stopped because it had been working for more than {minutes} minutes.',
      fr: 'L’exécution a été arrêtée parce qu’elle travaillait depuis plus de {minutes} minutes.',
      nl: 'De uitvoering werd gestopt omdat ze al meer dan {minutes} minuten bezig was.',
    },
    remedy: {
      en: 'What is recorded stays. Look at what took so long in its log, then resume it: it goes on from its last recorded batch. If runs of this flow may take longer, raise its limit.',
      fr: 'Ce qui est enregistré est conservé. Cherchez dans le journal ce qui a pris tant de temps, puis reprenez-la : elle continue après son dernier lot enregistré. Si les exécutions de ce flux peuvent durer plus longtemps, augmentez sa limite.',
      nl: 'Wat vastligt, blijft bewaard. Kijk in het logboek wat zo lang duurde en hervat ze dan: ze gaat verder na de laatst vastgelegde reeks. Mogen uitvoeringen van deze flow langer duren, verhoog dan de limiet.',
    },
  },
});
