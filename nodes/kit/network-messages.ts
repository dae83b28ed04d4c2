import { defineMessages } from '#schemas/messages.ts';

export const networkMessages = defineMessages('network', {
  private_address: {
    text: {
      en: 'The address “{host}” leads into a private network ({address}) and was not called.',
      fr: 'L’adresse « {host} » mène à un réseau privé ({address}) et n’a pas été appelée.',
      nl: 'Het adres “{host}” leidt naar een privénetwerk ({address}) en is niet opgeroepen.',
    },
    remedy: {
      en: 'Check the address in the connection. If that system really stands in your own network, start Passerelle with PASSERELLE_ALLOW_PRIVATE_NETWORK=true.',
      fr: 'Vérifiez l’adresse dans la connexion. Si ce système se trouve bien dans votre propre réseau, démarrez Passerelle avec PASSERELLE_ALLOW_PRIVATE_NETWORK=true.',
      nl: 'Controleer het adres in de verbinding. Staat dat systeem echt in uw eigen netwerk, start Passerelle dan met PASSERELLE_ALLOW_PRIVATE_NETWORK=true.',
    },
  },
  forbidden_address: {
    text: {
      en: 'The address “{host}” leads to {address}, which belongs to no server that can be called.',
      fr: 'L’adresse « {host} » mène à {address}, qui ne correspond à aucun serveur que l’on puisse appeler.',
      nl: 'Het adres “{host}” leidt naar {address}, dat bij geen enkele oproepbare server hoort.',
    },
    remedy: {
      en: 'Enter the public name of the server in the connection.',
      fr: 'Indiquez dans la connexion le nom public du serveur.',
      nl: 'Vul in de verbinding de openbare naam van de server in.',
    },
  },
  unknown_host: {
    text: {
      en: 'No server could be found under the name “{host}” ({reason}).',
      fr: 'Aucun serveur n’a été trouvé sous le nom « {host} » ({reason}).',
      nl: 'Onder de naam “{host}” is geen server gevonden ({reason}).',
    },
    remedy: {
      en: 'Check the spelling in the connection. If it is right, the name service is out of order: try again later.',
      fr: 'Vérifiez l’orthographe dans la connexion. Si elle est correcte, le service de noms est en panne : réessayez plus tard.',
      nl: 'Controleer de spelling in de verbinding. Klopt die, dan is de naamdienst gestoord: probeer het later opnieuw.',
    },
  },
});
