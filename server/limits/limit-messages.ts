import { defineMessages } from '#schemas/messages.ts';

/** What keeps a call or a batch waiting although nothing is wrong with it. */
export const limitMessages = defineMessages('limit', {
  turn: {
    text: {
      en: 'The connection has reached its number of calls; the next one is possible in {seconds} s.',
      fr: 'La connexion a atteint son nombre d’appels ; le suivant sera possible dans {seconds} s.',
      nl: 'De verbinding heeft haar aantal oproepen bereikt; de volgende kan over {seconds} s.',
    },
    remedy: {
      en: 'Nothing to do: the work goes on by itself. It is faster when fewer flows use this connection at the same time.',
      fr: 'Rien à faire : le travail reprend de lui-même. Il avance plus vite si moins de flux utilisent cette connexion en même temps.',
      nl: 'U hoeft niets te doen: het werk gaat vanzelf verder. Het gaat sneller als minder flows deze verbinding tegelijk gebruiken.',
    },
  },
  paused: {
    text: {
      en: 'The system asked for a pause in calls; it ends in {seconds} s.',
      fr: 'Le système a demandé une pause dans les appels ; elle se termine dans {seconds} s.',
      nl: 'Het systeem vroeg een pauze in de oproepen; die eindigt over {seconds} s.',
    },
    remedy: {
      en: 'Nothing to do: the work goes on by itself. If it happens often, enter a lower number of calls a second in the connection.',
      fr: 'Rien à faire : le travail reprend de lui-même. Si cela se répète, indiquez moins d’appels par seconde dans la connexion.',
      nl: 'U hoeft niets te doen: het werk gaat vanzelf verder. Gebeurt dit vaak, vul dan bij de verbinding minder oproepen per seconde in.',
    },
  },
  resting: {
    text: {
      en: 'Calls to this connection are suspended after failures in a row; the next try is in {seconds} s. The last failure: {problem}',
      fr: 'Les appels vers cette connexion sont suspendus après plusieurs échecs de suite ; prochain essai dans {seconds} s. Dernier échec : {problem}',
      nl: 'De oproepen naar deze verbinding zijn onderbroken na mislukkingen op rij; de volgende poging komt over {seconds} s. De laatste mislukking: {problem}',
    },
    remedy: {
      en: 'See whether the system works. Under “Connections”, “Try now” ends the suspension as soon as it answers.',
      fr: 'Vérifiez que le système fonctionne. Sous « Connexions », « Essayer maintenant » lève la suspension dès qu’il répond.',
      nl: 'Ga na of het systeem werkt. Onder “Verbindingen” heft “Nu proberen” de onderbreking op zodra het antwoordt.',
    },
  },
  opened: {
    text: {
      en: 'After {failures} failures in a row, calls to this connection are suspended for {seconds} s, for all flows.',
      fr: 'Après {failures} échecs de suite, les appels vers cette connexion sont suspendus pendant {seconds} s, pour tous les flux.',
      nl: 'Na {failures} mislukkingen op rij zijn de oproepen naar deze verbinding {seconds} s onderbroken, voor alle flows.',
    },
  },
  closed: {
    text: {
      en: 'The system answers again; the suspension of calls has ended.',
      fr: 'Le système répond à nouveau ; la suspension des appels est levée.',
      nl: 'Het systeem antwoordt weer; de onderbreking van de oproepen is voorbij.',
    },
  },
  unrecordable: {
    text: {
      en: 'No call was made: our own database does not answer, so that its result could not be recorded.',
      fr: 'Aucun appel n’a été fait : notre propre base de données ne répond pas, et le résultat n’aurait pas pu être enregistré.',
      nl: 'Er is geen oproep gedaan: onze eigen databank antwoordt niet, en het resultaat had niet bewaard kunnen worden.',
    },
    remedy: {
      en: 'Nothing to do: the work goes on by itself as soon as the database is back.',
      fr: 'Rien à faire : le travail reprend de lui-même dès que la base de données est de retour.',
      nl: 'U hoeft niets te doen: het werk gaat vanzelf verder zodra de databank terug is.',
    },
  },
  handed_over: {
    text: {
      en: 'The process that was at work here was stopped in the middle of a call; another one goes on from the last recorded batch.',
      fr: 'Le processus qui travaillait ici a été arrêté au milieu d’un appel ; un autre reprend au dernier lot enregistré.',
      nl: 'Het proces dat hier bezig was, werd midden in een oproep gestopt; een ander gaat verder vanaf de laatst bewaarde reeks.',
    },
    remedy: {
      en: 'Nothing to do.',
      fr: 'Rien à faire.',
      nl: 'U hoeft niets te doen.',
    },
  },
});

const WAITS = new Set(['limit.turn', 'limit.paused', 'limit.unrecordable', 'limit.handed_over']);

/** Whether a batch only waits for its turn: nothing failed, so the wait is not one of the run's attempts. */
export function isWaitForTurn(code: string): boolean {
  return WAITS.has(code);
}
