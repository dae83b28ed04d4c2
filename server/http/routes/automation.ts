import { automationEndpoints as endpoints } from '#schemas/api/automation.ts';
import { checkHook, readAutomation, revealSecret, switchFlow } from '../../hooks/automation.ts';
import { type ApiRoom, DONE, implement } from '../implement.ts';

export function serveAutomation(room: ApiRoom): void {
  const { deps } = room;
  implement(room, endpoints.getAutomation, ({ caller, params }) => readAutomation(deps, caller, params.id));
  implement(room, endpoints.setAutomation, ({ caller, params, body }) =>
    switchFlow(deps, caller, params.id, body.isOn),
  );
  implement(room, endpoints.checkHook, async ({ caller, params }) => {
    await checkHook(deps.db, caller, params.id, params.hook);
    return DONE;
  });
  implement(room, endpoints.revealHookSecret, async ({ caller, params }) => ({
    secret: await revealSecret(deps, caller, params.id, params.hook),
  }));
}
