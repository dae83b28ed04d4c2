import { controlMessages } from '#flows/controls/control-messages.ts';
import { flowMessages } from '#flows/flow-messages.ts';
import { runMessages } from '#flows/messages.ts';
import type { ConnectionType } from '#nodes/kit/connection-type.ts';
import { kitMessages } from '#nodes/kit/messages.ts';
import type { NodeType } from '#nodes/kit/node-type.ts';
import {
  type Catalogue,
  type ConnectionTypeInfo,
  catalogueEndpoints,
  type NodeTypeInfo,
} from '#schemas/api/catalogue.ts';
import { entryMessages } from '#schemas/documents/journal-entry.ts';
import type { MessageCatalogue } from '#schemas/messages.ts';
import { apiKeyRefusals } from '../../api-keys/api-key-refusals.ts';
import { authMessages } from '../../auth/auth-messages.ts';
import { closedPeriodRefusals } from '../../books-locks/closed-period-refusals.ts';
import { connectionMessages } from '../../connections/connection-messages.ts';
import { controlRefusals } from '../../controls/control-refusals.ts';
import { fileRefusals } from '../../files/file-refusals.ts';
import { flowEventMessages } from '../../flows/flow-event-messages.ts';
import { flowFileMessages } from '../../flows/flow-file-messages.ts';
import { flowRefusals } from '../../flows/flow-refusals.ts';
import { followRefusals } from '../../follows/follow-refusals.ts';
import { healthMessages } from '../../health/health-messages.ts';
import { holdRefusals } from '../../holds/hold-refusals.ts';
import { hookMessages } from '../../hooks/hook-messages.ts';
import { labelExampleMessages } from '../../label-examples/label-example-messages.ts';
import { limitMessages } from '../../limits/limit-messages.ts';
import { mappingMessages } from '../../mappings/mapping-messages.ts';
import { markMessages } from '../../marks/mark-messages.ts';
import { serverMessages } from '../../messages.ts';
import { runEndMessages } from '../../outbox/run-end-messages.ts';
import { customerRefusals } from '../../parties/customer-refusals.ts';
import { postingMessages } from '../../postings/posting-refusals.ts';
import { listMessages } from '../../reference-lists/list-messages.ts';
import { replayRefusals } from '../../replays/replay-refusals.ts';
import { runRefusals } from '../../runs/run-refusals.ts';
import { scheduleMessages } from '../../schedules/schedule-messages.ts';
import { templateMessages } from '../../templates/template-messages.ts';
import { presentTemplate } from '../../templates/templates.ts';
import { triggerRefusals } from '../../triggers/trigger-refusals.ts';
import { vatReturnRefusals } from '../../vat-returns/vat-period.ts';
import { vaultMessages } from '../../vault/vault-messages.ts';
import type { AppDeps } from '../app-deps.ts';
import { type ApiRoom, implement } from '../implement.ts';
import { httpApiMessages } from '../messages.ts';

const ROOMS = [
  entryMessages,
  flowMessages,
  runMessages,
  closedPeriodRefusals,
  controlRefusals,
  controlMessages,
  serverMessages,
  httpApiMessages,
  authMessages,
  connectionMessages,
  flowRefusals,
  flowFileMessages,
  flowEventMessages,
  markMessages,
  fileRefusals,
  runRefusals,
  vatReturnRefusals,
  scheduleMessages,
  replayRefusals,
  postingMessages,
  holdRefusals,
  customerRefusals,
  mappingMessages,
  listMessages,
  templateMessages,
  vaultMessages,
  healthMessages,
  apiKeyRefusals,
  followRefusals,
  runEndMessages,
  triggerRefusals,
  hookMessages,
  limitMessages,
  labelExampleMessages,
];

/** Every message that can reach a person: those of the rooms here and those that the connectors bring. */
export function allMessages(deps: Pick<AppDeps, 'registry'>): MessageCatalogue {
  const own = ROOMS.map((room) => room.catalogue);
  return Object.assign({}, ...own, kitMessages, deps.registry.messages) as MessageCatalogue;
}

function presentNodeType(type: NodeType): NodeTypeInfo {
  const { id, version, kind, texts, icon, inputs, outputs, config, connection } = type;
  return {
    ...{ id, version, kind, icon, texts: texts as NodeTypeInfo['texts'] },
    inputs: [...inputs],
    outputs: [...outputs],
    config: { ...config },
    connection: connection ?? null,
  };
}

function presentConnectionType(type: ConnectionType, hasDemo: boolean): ConnectionTypeInfo {
  const { id, texts, fields, secrets } = type;
  const schema = typeof fields === 'object' ? { ...fields } : {};
  return { id, texts: texts as ConnectionTypeInfo['texts'], fields: schema, secrets: [...secrets], hasDemo };
}

function describeInstallation({ registry, templates }: AppDeps): Catalogue {
  return {
    nodeTypes: [...registry.nodeTypes.values()].map(presentNodeType),
    connectionTypes: [...registry.connectionTypes.values()].map((type) =>
      presentConnectionType(type, registry.demos.has(type.id)),
    ),
    templates: templates.map((template) => presentTemplate(template, registry)),
    messages: allMessages({ registry }) as Catalogue['messages'],
  };
}

export function serveCatalogue(room: ApiRoom): void {
  // Nothing in it changes while the process runs.
  const catalogue = describeInstallation(room.deps);
  implement(room, catalogueEndpoints.getCatalogue, async () => catalogue);
}
