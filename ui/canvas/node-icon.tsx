import {
  IconApi,
  IconArrowsSplit,
  IconBook,
  IconBox,
  IconBrandShopee,
  IconBuildingBank,
  IconBuildingStore,
  IconCalculator,
  IconCalendar,
  IconChecklist,
  IconClock,
  IconCloudUpload,
  IconCreditCard,
  IconDatabase,
  IconDownload,
  IconEye,
  IconFile,
  IconFileCode,
  IconFileExport,
  IconFileInvoice,
  IconFileSpreadsheet,
  IconFileText,
  IconFilter,
  IconFolder,
  IconFolderUp,
  IconHandClick,
  IconListCheck,
  IconMail,
  IconPlayerPlay,
  IconReceipt,
  IconSend,
  IconServer,
  IconShoppingBag,
  IconShoppingCart,
  IconTable,
  IconTransform,
  type Icon as IconType,
  IconUpload,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';
import type { NodeKind } from './colours.ts';

/** Icons that node types may name. The whole icon set would weigh more than the rest of the page. */
const ICONS: Readonly<Record<string, IconType>> = {
  api: IconApi,
  'arrows-split': IconArrowsSplit,
  book: IconBook,
  box: IconBox,
  'brand-shopee': IconBrandShopee,
  'building-bank': IconBuildingBank,
  'building-store': IconBuildingStore,
  calculator: IconCalculator,
  calendar: IconCalendar,
  checklist: IconChecklist,
  clock: IconClock,
  'cloud-upload': IconCloudUpload,
  'credit-card': IconCreditCard,
  database: IconDatabase,
  download: IconDownload,
  eye: IconEye,
  file: IconFile,
  'file-code': IconFileCode,
  'file-export': IconFileExport,
  'file-invoice': IconFileInvoice,
  'file-spreadsheet': IconFileSpreadsheet,
  'file-text': IconFileText,
  filter: IconFilter,
  folder: IconFolder,
  'folder-up': IconFolderUp,
  'hand-click': IconHandClick,
  'list-check': IconListCheck,
  mail: IconMail,
  'player-play': IconPlayerPlay,
  receipt: IconReceipt,
  send: IconSend,
  server: IconServer,
  'shopping-bag': IconShoppingBag,
  'shopping-cart': IconShoppingCart,
  table: IconTable,
  transform: IconTransform,
  upload: IconUpload,
  users: IconUsers,
  webhook: IconWebhook,
};

const BY_KIND: Record<NodeKind, IconType> = {
  trigger: IconPlayerPlay,
  source: IconBuildingStore,
  map: IconTransform,
  review: IconChecklist,
  render: IconFileText,
  deliver: IconSend,
};

interface Props {
  /** Name as the node type gives it. */
  readonly name: string | undefined;
  readonly kind: NodeKind | undefined;
  readonly size?: number;
}

/** Icon of a node type; one whose name is not known here shows the icon of its kind. */
export function NodeIcon({ name, kind, size = 18 }: Props) {
  const Icon = ICONS[name ?? ''] ?? BY_KIND[kind ?? 'map'];
  return <Icon size={size} stroke={1.7} aria-hidden />;
}
