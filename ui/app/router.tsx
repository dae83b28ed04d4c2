import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '#ui/api/session.ts';
import { readControlSearch } from '#ui/screens/controls/control-search.ts';
import { readCustomerSearch } from '#ui/screens/customers/customer-search.ts';
import { readMappingSearch } from '#ui/screens/mappings/mapping-search.ts';
import { readPostingSearch } from '#ui/screens/postings/posting-search.ts';
import { readRunSearch } from '#ui/screens/runs/run-search.ts';
import { readScheduleSearch } from '#ui/screens/schedules/use-schedules.ts';
import { readVatSearch } from '#ui/screens/vat-return/vat-search.ts';
import { loadScreen } from './load-screen.ts';
import { NotFound } from './not-found.tsx';
import { queryClient } from './query-client.ts';
import { ScreenError } from './screen-error.tsx';
import { Shell } from './shell/shell.tsx';

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

/** Screens for people without a session: they lead on once there is one. */
async function leaveWhenSignedIn(here: '/setup' | '/sign-in') {
  const session = await queryClient.fetchQuery(sessionQuery);
  if (session.user) throw redirect({ to: '/flows' });
  const right = session.setupNeeded ? '/setup' : '/sign-in';
  if (right !== here) throw redirect({ to: right });
}

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  beforeLoad: () => leaveWhenSignedIn('/setup'),
  component: lazyRouteComponent(() => loadScreen(() => import('#ui/screens/setup/setup-screen.tsx')), 'SetupScreen'),
});
const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  beforeLoad: () => leaveWhenSignedIn('/sign-in'),
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/sign-in/sign-in-screen.tsx')),
    'SignInScreen',
  ),
});

const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async () => {
    const session = await queryClient.fetchQuery(sessionQuery);
    if (session.setupNeeded) throw redirect({ to: '/setup' });
    if (!session.user) throw redirect({ to: '/sign-in' });
  },
  component: Shell,
});

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/flows' });
  },
});
const flowsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flows',
  component: lazyRouteComponent(() => loadScreen(() => import('#ui/screens/flows/flows-screen.tsx')), 'FlowsScreen'),
});
const editorRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flows/$id',
  /** `node` is selected at first, and of its settings the one at the path `setting` is shown. */
  validateSearch: (search: Record<string, unknown>): { node?: string; setting?: string } => ({
    ...(typeof search['node'] === 'string' ? { node: search['node'] } : {}),
    ...(typeof search['setting'] === 'string' ? { setting: search['setting'] } : {}),
  }),
  component: lazyRouteComponent(() => loadScreen(() => import('#ui/screens/editor/editor-screen.tsx')), 'EditorScreen'),
});
const automationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flows/$id/automation',
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/automation/automation-screen.tsx')),
    'AutomationScreen',
  ),
});
const isSide = (value: unknown): value is number | 'draft' => typeof value === 'number' || value === 'draft';
const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flows/$id/compare',
  /** A version's number or "draft" on either side. */
  validateSearch: (search: Record<string, unknown>): { before?: number | 'draft'; after?: number | 'draft' } => ({
    ...(isSide(search['before']) ? { before: search['before'] } : {}),
    ...(isSide(search['after']) ? { after: search['after'] } : {}),
  }),
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/compare/compare-screen.tsx')),
    'CompareScreen',
  ),
});
const templatesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/templates',
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/templates/templates-screen.tsx')),
    'TemplatesScreen',
  ),
});
const wizardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/templates/$id',
  /** `connection` preselects one in the first step. */
  validateSearch: (search: Record<string, unknown>): { connection?: string } =>
    typeof search['connection'] === 'string' ? { connection: search['connection'] } : {},
  component: lazyRouteComponent(() => loadScreen(() => import('#ui/screens/wizard/wizard-screen.tsx')), 'WizardScreen'),
});
const runsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/runs',
  validateSearch: readRunSearch,
  component: lazyRouteComponent(() => loadScreen(() => import('#ui/screens/runs/runs-screen.tsx')), 'RunsScreen'),
});
const runRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/runs/$id',
  component: lazyRouteComponent(() => loadScreen(() => import('#ui/screens/run/run-screen.tsx')), 'RunScreen'),
});
const replayRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/runs/$id/comparison',
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/replays/replay-screen.tsx')),
    'ReplayScreen',
  ),
});
const reviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/runs/$id/review',
  component: lazyRouteComponent(() => loadScreen(() => import('#ui/screens/review/review-screen.tsx')), 'ReviewScreen'),
});
const schedulesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/schedules',
  validateSearch: readScheduleSearch,
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/schedules/schedules-screen.tsx')),
    'SchedulesScreen',
  ),
});
const connectionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/connections',
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/connections/connections-screen.tsx')),
    'ConnectionsScreen',
  ),
});

const vatReturnRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/vat-return',
  validateSearch: readVatSearch,
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/vat-return/vat-return-screen.tsx')),
    'VatReturnScreen',
  ),
});
const postingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/postings',
  validateSearch: readPostingSearch,
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/postings/postings-screen.tsx')),
    'PostingsScreen',
  ),
});
const mappingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/mappings',
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/mappings/mappings-screen.tsx')),
    'MappingsScreen',
  ),
});
const mappingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/mappings/$id',
  validateSearch: readMappingSearch,
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/mappings/mapping-screen.tsx')),
    'MappingScreen',
  ),
});
const holdsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/holds',
  validateSearch: (search: Record<string, unknown>): { flow?: string; state?: 'dismissed' } => ({
    ...(typeof search['flow'] === 'string' ? { flow: search['flow'] } : {}),
    ...(search['state'] === 'dismissed' ? { state: 'dismissed' as const } : {}),
  }),
  component: lazyRouteComponent(() => loadScreen(() => import('#ui/screens/holds/holds-screen.tsx')), 'HoldsScreen'),
});

const customersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers',
  validateSearch: readCustomerSearch,
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/customers/customers-screen.tsx')),
    'CustomersScreen',
  ),
});
const completenessRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/completeness',
  validateSearch: readControlSearch,
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/controls/controls-screen.tsx')),
    'ControlsScreen',
  ),
});
const closedPeriodsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/closed-periods',
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/books/closed-periods-screen.tsx')),
    'ClosedPeriodsScreen',
  ),
});
const healthRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/system',
  component: lazyRouteComponent(() => loadScreen(() => import('#ui/screens/health/health-screen.tsx')), 'HealthScreen'),
});
const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  component: lazyRouteComponent(
    () => loadScreen(() => import('#ui/screens/settings/settings-screen.tsx')),
    'SettingsScreen',
  ),
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  setupRoute,
  signInRoute,
  shellRoute.addChildren([
    flowsRoute,
    editorRoute,
    automationRoute,
    compareRoute,
    templatesRoute,
    wizardRoute,
    runsRoute,
    runRoute,
    reviewRoute,
    replayRoute,
    schedulesRoute,
    connectionsRoute,
    completenessRoute,
    closedPeriodsRoute,
    healthRoute,
    holdsRoute,
    customersRoute,
    mappingsRoute,
    mappingRoute,
    postingsRoute,
    vatReturnRoute,
    settingsRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultErrorComponent: ScreenError,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
