import {
  type Icon,
  IconAdjustments,
  IconApi,
  IconArrowsSplit2,
  IconBell,
  IconBook,
  IconBuildingBank,
  IconBuildingStore,
  IconCalendar,
  IconChecklist,
  IconClock,
  IconCloud,
  IconCloudUpload,
  IconCreditCard,
  IconDatabase,
  IconDownload,
  IconFileExport,
  IconFileInvoice,
  IconFileText,
  IconFilter,
  IconHandClick,
  IconIdBadge2,
  IconInbox,
  IconMail,
  IconPuzzle,
  IconReceipt,
  IconScale,
  IconSend,
  IconServer,
  IconServer2,
  IconShoppingBag,
  IconShoppingCart,
  IconSum,
  IconTransform,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';
import { useCatalogue } from '#ui/api/catalogue.ts';

/** The icons that node types may name; bundling all of Tabler's would weigh more than the whole app. */
const ICONS: Readonly<Record<string, Icon>> = {
  adjustments: IconAdjustments,
  api: IconApi,
  'arrows-split-2': IconArrowsSplit2,
  bell: IconBell,
  book: IconBook,
  'building-bank': IconBuildingBank,
  'building-store': IconBuildingStore,
  calendar: IconCalendar,
  checklist: IconChecklist,
  clock: IconClock,
  cloud: IconCloud,
  'cloud-upload': IconCloudUpload,
  'credit-card': IconCreditCard,
  database: IconDatabase,
  download: IconDownload,
  'file-export': IconFileExport,
  'file-invoice': IconFileInvoice,
  'file-text': IconFileText,
  filter: IconFilter,
  'hand-click': IconHandClick,
  inbox: IconInbox,
  mail: IconMail,
  receipt: IconReceipt,
  scale: IconScale,
  'id-badge-2': IconIdBadge2,
  send: IconSend,
  server: IconServer,
  'server-2': IconServer2,
  'shopping-bag': IconShoppingBag,
  'shopping-cart': IconShoppingCart,
  sum: IconSum,
  transform: IconTransform,
  users: IconUsers,
  webhook: IconWebhook,
};

interface TypeIconProps {
  /** Name of a Tabler icon, as a node type declares it. */
  name: string;
  size?: number;
}

export function TypeIcon({ name, size = 18 }: TypeIconProps) {
  const Shown = ICONS[name] ?? IconPuzzle;
  return <Shown size={size} stroke={1.6} aria-hidden />;
}

/** A connection type has no icon of its own: it takes that of the first node type that uses it. */
export function ConnectionIcon({ type, size }: { type: string; size?: number }) {
  const { nodeTypes } = useCatalogue();
  const name = nodeTypes.find((nodeType) => nodeType.connection === type)?.icon ?? 'api';
  return <TypeIcon name={name} {...(size === undefined ? {} : { size })} />;
}
