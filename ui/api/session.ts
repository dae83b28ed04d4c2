import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import type { Session } from '#schemas/api/session.ts';
import { apiErrorSchema } from '#schemas/api/shared.ts';
import { ApiProblem } from './problem.ts';
import { apiQuery } from './queries.ts';
import { uiMessages } from './ui-messages.ts';

export const sessionQuery = { ...apiQuery('getSession', {}), staleTime: 60_000 };

export function useSession(): Session | undefined {
  return useQuery(sessionQuery).data;
}

/** Editors and owners may change things; a viewer only looks. */
export function useCanEdit(): boolean {
  const role = useSession()?.workspace?.role;
  return role === 'owner' || role === 'editor';
}

/** What cannot be taken back is for owners. */
export function useIsOwner(): boolean {
  return useSession()?.workspace?.role === 'owner';
}

/** What the authentication library answers by itself; our own middleware answers as every other call. */
const libraryErrorSchema = z.object({ code: z.string().default('refused'), message: z.string() });

async function authProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const own = apiErrorSchema.safeParse(body);
  if (own.success) return new ApiProblem(response.status, own.data.error);
  const { code, message } = libraryErrorSchema.safeParse(body).data ?? {
    code: 'refused',
    message: response.statusText,
  };
  const detail = { code: `auth.${code.toLowerCase()}`, params: {}, text: message, remedy: null, field: null };
  return new ApiProblem(response.status, detail);
}

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new ApiProblem(0, uiMessages.build.unreachable());
  });
  if (!response.ok) throw await authProblem(response);
}

/** The routes of the authentication library, outside our own contract. All throw ApiProblem. */
export const auth = {
  signUp: (account: { name: string; email: string; password: string }) => post('sign-up/email', account),
  signIn: (account: { email: string; password: string }) => post('sign-in/email', account),
  signOut: () => post('sign-out', {}),
};
