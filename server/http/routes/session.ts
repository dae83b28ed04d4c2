import { eq } from 'drizzle-orm';
import { type Session, sessionEndpoints } from '#schemas/api/session.ts';
import { languageSchema } from '#schemas/localised.ts';
import type { SignedIn } from '../../auth/caller.ts';
import { isSetupNeeded } from '../../auth/sign-up.ts';
import { user } from '../../db/schema/index.ts';
import type { AppDeps } from '../app-deps.ts';
import { type ApiRoom, DONE, implement, implementPublic } from '../implement.ts';

async function describeSession({ db, version }: AppDeps, found: SignedIn | null): Promise<Session> {
  if (!found) return { setupNeeded: await isSetupNeeded(db), version, user: null, workspace: null };
  const [row] = await db.select({ language: user.language }).from(user).where(eq(user.id, found.user.id));
  const language = languageSchema.safeParse(row?.language).data ?? null;
  return { setupNeeded: false, version, user: { ...found.user, language }, workspace: found.workspace };
}

export function serveSession(room: ApiRoom): void {
  const { deps } = room;
  implementPublic(room, sessionEndpoints.getSession, (found) => describeSession(deps, found));
  implement(room, sessionEndpoints.setLanguage, async ({ caller, body }) => {
    await deps.db.update(user).set({ language: body.language }).where(eq(user.id, caller.userId));
    return DONE;
  });
}
