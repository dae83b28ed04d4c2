import type { TypeTexts } from '#nodes/kit/texts.ts';

export const connectionTexts: TypeTexts = {
  title: { en: 'WooCommerce shop', fr: 'Boutique WooCommerce', nl: 'WooCommerce-winkel' },
  description: {
    en: 'A shop on WordPress with WooCommerce. Passerelle only reads: a key with read permission is enough.',
    fr: 'Une boutique WordPress avec WooCommerce. Passerelle ne fait que lire : une clé en lecture suffit.',
    nl: 'Een WordPress-winkel met WooCommerce. Passerelle leest enkel: een sleutel met leesrecht volstaat.',
  },
  fields: {
    en: {
      url: {
        title: 'Address of the shop',
        help: 'As customers see it, with https and, where there is one, the sub-folder: https://shop.example/store.',
      },
      consumerKey: {
        title: 'Consumer key',
        help: 'WooCommerce › Settings › Advanced › REST API › Add key. Starts with "ck_".',
      },
      consumerSecret: { title: 'Consumer secret', help: 'Shown once, together with the key. Starts with "cs_".' },
      auth: {
        title: 'How the keys are sent',
        help: 'Leave on automatic unless the host of the shop asks for one way.',
        options: {
          auto: 'Automatic',
          header: 'In the header (HTTP Basic)',
          query: 'As parameters (for hosts that drop the header)',
          oauth1: 'Signed (OAuth 1.0a)',
        },
      },
    },
    fr: {
      url: {
        title: 'Adresse de la boutique',
        help: 'Telle que les clients la voient, avec https et, s’il y en a un, le sous-dossier : https://boutique.example/shop.',
      },
      consumerKey: {
        title: 'Clé client',
        help: 'WooCommerce › Réglages › Avancé › API REST › Ajouter une clé. Commence par « ck_ ».',
      },
      consumerSecret: {
        title: 'Secret client',
        help: 'Affiché une seule fois, en même temps que la clé. Commence par « cs_ ».',
      },
      auth: {
        title: 'Envoi des clés',
        help: 'Laissez sur automatique, sauf si l’hébergeur de la boutique impose une façon de faire.',
        options: {
          auto: 'Automatique',
          header: 'Dans l’en-tête (HTTP Basic)',
          query: 'En paramètres (hébergeurs qui suppriment l’en-tête)',
          oauth1: 'Signées (OAuth 1.0a)',
        },
      },
    },
    nl: {
      url: {
        title: 'Adres van de winkel',
        help: 'Zoals klanten het zien, met https en, als die er is, de submap: https://winkel.example/shop.',
      },
      consumerKey: {
        title: 'Consumer key',
        help: 'WooCommerce › Instellingen › Geavanceerd › REST API › Sleutel toevoegen. Begint met "ck_".',
      },
      consumerSecret: {
        title: 'Consumer secret',
        help: 'Wordt één keer getoond, samen met de sleutel. Begint met "cs_".',
      },
      auth: {
        title: 'Verzending van de sleutels',
        help: 'Laat dit op automatisch, tenzij de hostingpartij van de winkel één manier oplegt.',
        options: {
          auto: 'Automatisch',
          header: 'In de header (HTTP Basic)',
          query: 'Als parameters (voor hosts die de header weglaten)',
          oauth1: 'Ondertekend (OAuth 1.0a)',
        },
      },
    },
  },
};
