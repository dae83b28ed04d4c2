import { defineMessages } from '#schemas/messages.ts';

const otherAddress = {
  en: 'Enter the address of the shop as shown under WordPress › Settings › General ("Site Address").',
  fr: 'Indiquez l’adresse de la boutique telle qu’elle figure dans WordPress › Réglages › Général (« Adresse web du site »).',
  nl: 'Vul het adres van de winkel in zoals het onder WordPress › Instellingen › Algemeen ("Siteadres") staat.',
};

/** What can go wrong between us and the shop. No message carries a key: only host names, paths and the shop's own words. */
export const connectionMessages = defineMessages('woocommerce', {
  address_invalid: {
    text: {
      en: '"{address}" is not the address of a shop.',
      fr: '« {address} » n’est pas l’adresse d’une boutique.',
      nl: '"{address}" is niet het adres van een winkel.',
    },
    remedy: otherAddress,
  },
  http_refused: {
    text: {
      en: 'The shop {host} would be called without encryption (http), which would expose its keys.',
      fr: 'La boutique {host} serait appelée sans chiffrement (http), ce qui exposerait ses clés.',
      nl: 'De winkel {host} zou zonder versleuteling (http) opgeroepen worden, waardoor de sleutels zichtbaar zijn.',
    },
    remedy: {
      en: 'Use the https address of the shop; if it has none, ask its host for a certificate.',
      fr: 'Utilisez l’adresse https de la boutique ; si elle n’en a pas, demandez un certificat à son hébergeur.',
      nl: 'Gebruik het https-adres van de winkel; heeft ze er geen, vraag dan een certificaat aan de hostingpartij.',
    },
  },
  keys_missing: {
    text: {
      en: 'The connection has no consumer key or no consumer secret.',
      fr: 'Il manque la clé client ou le secret client à la connexion.',
      nl: 'De verbinding heeft geen consumer key of geen consumer secret.',
    },
    remedy: {
      en: 'Make a key pair under WooCommerce › Settings › Advanced › REST API and enter both parts.',
      fr: 'Créez une paire de clés dans WooCommerce › Réglages › Avancé › API REST et saisissez les deux parties.',
      nl: 'Maak een sleutelpaar onder WooCommerce › Instellingen › Geavanceerd › REST API en vul beide delen in.',
    },
  },
  refused: {
    text: {
      en: 'The shop {host} refuses the keys (answer {status}): {reason}',
      fr: 'La boutique {host} refuse les clés (réponse {status}) : {reason}',
      nl: 'De winkel {host} weigert de sleutels (antwoord {status}): {reason}',
    },
    remedy: {
      en: 'Check that both keys were copied whole, that the key has at least read permission and that its user may see orders (shop manager). If the keys are right, a firewall or plugin of the shop may block them.',
      fr: 'Vérifiez que les deux clés sont complètes, que la clé a au moins le droit de lecture et que son utilisateur peut voir les commandes (gestionnaire de boutique). Si les clés sont justes, un pare-feu ou une extension de la boutique les bloque peut-être.',
      nl: 'Controleer of beide sleutels volledig zijn, of de sleutel minstens leesrecht heeft en of de gebruiker bestellingen mag zien (winkelbeheerder). Kloppen de sleutels, dan blokkeert een firewall of plug-in van de winkel ze misschien.',
    },
  },
  webhooks_need_write: {
    text: {
      en: 'The shop {host} does not let this key register webhooks: it may only read.',
      fr: 'La boutique {host} ne laisse pas cette clé enregistrer de webhooks : elle n’a que le droit de lecture.',
      nl: 'De winkel {host} laat deze sleutel geen webhooks registreren: hij mag alleen lezen.',
    },
    remedy: {
      en: 'In WooCommerce, open Settings › Advanced › REST API, give the key the permission Read/Write, then check again. Until then the shop is asked for changes every quarter of an hour.',
      fr: 'Dans WooCommerce, ouvrez Réglages › Avancé › REST API, donnez à la clé le droit Lecture/écriture, puis vérifiez de nouveau. D’ici là, la boutique est interrogée tous les quarts d’heure.',
      nl: 'Open in WooCommerce Instellingen › Geavanceerd › REST API, geef de sleutel het recht Lezen/schrijven en controleer opnieuw. Tot dan wordt de winkel elk kwartier naar wijzigingen gevraagd.',
    },
  },
  webhook_unreadable: {
    text: {
      en: 'A webhook “{topic}” of the shop holds no order.',
      fr: 'Un webhook « {topic} » de la boutique ne contient pas de commande.',
      nl: 'Een webhook “{topic}” van de winkel bevat geen bestelling.',
    },
  },
  no_route: {
    text: {
      en: 'WordPress answers at {host}, but it has no WooCommerce API.',
      fr: 'WordPress répond à l’adresse {host}, mais sans API WooCommerce.',
      nl: 'WordPress antwoordt op {host}, maar heeft geen WooCommerce-API.',
    },
    remedy: {
      en: 'Check that the WooCommerce plugin is active and that Settings › Permalinks is not "Plain"; for a shop in a sub-folder, enter the address with the folder.',
      fr: 'Vérifiez que l’extension WooCommerce est active et que Réglages › Permaliens n’est pas sur « Simple » ; pour une boutique dans un sous-dossier, indiquez l’adresse avec ce dossier.',
      nl: 'Controleer of de plug-in WooCommerce actief is en of Instellingen › Permalinks niet op "Eenvoudig" staat; staat de winkel in een submap, vul dan het adres met die map in.',
    },
  },
  wrong_address: {
    text: {
      en: 'There is no WordPress shop at {host} (answer {status}).',
      fr: 'Il n’y a pas de boutique WordPress à l’adresse {host} (réponse {status}).',
      nl: 'Er is geen WordPress-winkel op {host} (antwoord {status}).',
    },
    remedy: otherAddress,
  },
  not_json: {
    text: {
      en: 'The shop {host} answered {path} with something that is not data: {excerpt}',
      fr: 'La boutique {host} a répondu à {path} par autre chose que des données : {excerpt}',
      nl: 'De winkel {host} antwoordde op {path} met iets dat geen gegevens zijn: {excerpt}',
    },
    remedy: {
      en: 'The shop may be under maintenance, or a plugin writes into its answers (PHP notices, cookie banner, firewall page). It is tried again; if it stays, show this text to the webmaster.',
      fr: 'La boutique est peut-être en maintenance, ou une extension écrit dans ses réponses (avis PHP, bandeau, page de pare-feu). Un nouvel essai est fait ; si cela persiste, montrez ce texte au webmestre.',
      nl: 'Misschien is de winkel in onderhoud of schrijft een plug-in in de antwoorden (PHP-meldingen, banner, firewallpagina). Er wordt opnieuw geprobeerd; blijft het, toon deze tekst dan aan de webmaster.',
    },
  },
  not_a_list: {
    text: {
      en: 'The shop {host} answered {path} with an object where a list was expected.',
      fr: 'La boutique {host} a répondu à {path} par un objet au lieu d’une liste.',
      nl: 'De winkel {host} antwoordde op {path} met een object in plaats van een lijst.',
    },
    remedy: {
      en: 'A plugin changes the answers of the shop. Switch off plugins that alter the REST API, then try again.',
      fr: 'Une extension modifie les réponses de la boutique. Désactivez les extensions qui touchent à l’API REST, puis réessayez.',
      nl: 'Een plug-in wijzigt de antwoorden van de winkel. Schakel plug-ins uit die de REST API aanpassen en probeer opnieuw.',
    },
  },
  request_refused: {
    text: {
      en: 'The shop {host} refuses {path} (answer {status}): {reason}',
      fr: 'La boutique {host} refuse {path} (réponse {status}) : {reason}',
      nl: 'De winkel {host} weigert {path} (antwoord {status}): {reason}',
    },
    remedy: {
      en: 'Read what the shop says above; a firewall or a plugin of the shop is the usual cause.',
      fr: 'Lisez ce que dit la boutique ci-dessus ; un pare-feu ou une extension de la boutique en est la cause habituelle.',
      nl: 'Lees hierboven wat de winkel zegt; meestal is een firewall of een plug-in van de winkel de oorzaak.',
    },
  },
  certificate: {
    text: {
      en: 'The certificate of {host} is not valid ({reason}), so the connection would not be safe.',
      fr: 'Le certificat de {host} n’est pas valide ({reason}) : la connexion ne serait pas sûre.',
      nl: 'Het certificaat van {host} is niet geldig ({reason}), dus de verbinding zou niet veilig zijn.',
    },
    remedy: {
      en: 'Ask the host of the shop to renew or correct its certificate.',
      fr: 'Demandez à l’hébergeur de la boutique de renouveler ou de corriger son certificat.',
      nl: 'Vraag de hostingpartij van de winkel om het certificaat te vernieuwen of te verbeteren.',
    },
  },
  found_shop: {
    text: {
      en: 'Connected to {shop}: {orders} orders can be read.',
      fr: 'Connecté à {shop} : {orders} commandes lisibles.',
      nl: 'Verbonden met {shop}: {orders} bestellingen leesbaar.',
    },
  },
  found_version: {
    text: { en: 'WooCommerce {version}.', fr: 'WooCommerce {version}.', nl: 'WooCommerce {version}.' },
  },
  found_currency: {
    text: { en: 'Currency: {currency}.', fr: 'Devise : {currency}.', nl: 'Munt: {currency}.' },
  },
  found_prices_include_tax: {
    text: {
      en: 'Prices are entered including VAT.',
      fr: 'Les prix sont saisis TVA comprise.',
      nl: 'Prijzen worden inclusief btw ingevoerd.',
    },
  },
  found_prices_exclude_tax: {
    text: {
      en: 'Prices are entered excluding VAT.',
      fr: 'Les prix sont saisis hors TVA.',
      nl: 'Prijzen worden exclusief btw ingevoerd.',
    },
  },
  found_settings_hidden: {
    text: {
      en: 'The shop’s settings cannot be read with this key; orders can, and that is enough.',
      fr: 'Cette clé ne permet pas de lire les réglages de la boutique ; elle permet de lire les commandes, ce qui suffit.',
      nl: 'Met deze sleutel zijn de instellingen van de winkel niet leesbaar; de bestellingen wel, en dat volstaat.',
    },
  },
});
