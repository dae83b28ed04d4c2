import type { z } from 'zod';
import type { Endpoint } from '#schemas/api/endpoint.ts';
import { apiErrorSchema } from '#schemas/api/shared.ts';
import { ApiProblem } from './problem.ts';
import { uiMessages } from './ui-messages.ts';

type AnyEndpoint = Pick<Endpoint, 'method' | 'path'> & {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
};

type Declared<E, Key extends 'params' | 'query'> = E extends { readonly [K in Key]?: infer Schema }
  ? Exclude<Schema, undefined> extends z.ZodObject<infer Shape>
    ? string extends keyof Shape
      ? never
      : z.output<z.ZodObject<Shape>>
    : never
  : never;
type BodyOf<E> = E extends { readonly body?: infer Schema }
  ? Exclude<Schema, undefined> extends z.ZodUndefined
    ? never
    : Exclude<Schema, undefined> extends z.ZodType
      ? z.input<Exclude<Schema, undefined>>
      : never
  : never;

/** What a call of this endpoint needs: only the parts that its contract declares. */
export type ArgumentsOf<E> = ([Declared<E, 'params'>] extends [never]
  ? unknown
  : { readonly params: Declared<E, 'params'> }) &
  ([Declared<E, 'query'>] extends [never] ? unknown : { readonly query?: Declared<E, 'query'> }) &
  ([BodyOf<E>] extends [never] ? unknown : { readonly body: BodyOf<E> });
export type ResponseOf<E> = E extends { readonly response: infer Schema extends z.ZodType } ? z.output<Schema> : never;

interface LooseArguments {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

function urlOf(path: string, { params = {}, query = {} }: LooseArguments): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  return `/api${filled}${search.size > 0 ? `?${search}` : ''}`;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiProblem(0, uiMessages.build.unreachable());
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const parsed = apiErrorSchema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return new ApiProblem(response.status, parsed.data.error, parsed.data.problems);
  return new ApiProblem(response.status, uiMessages.build.unreadable({ status: String(response.status) }));
}

/**
 * Calls one operation of the API.
 *
 * @throws ApiProblem with the server's messages, or with status 0 when no answer came
 * @example await call(endpoints.renameFlow, { params: { id }, body: { name } })
 */
export async function call<E extends AnyEndpoint>(
  endpoint: E,
  args: ArgumentsOf<E>,
  signal?: AbortSignal,
): Promise<ResponseOf<E>> {
  const loose = args as LooseArguments;
  const response = await send(urlOf(endpoint.path, loose), {
    method: endpoint.method.toUpperCase(),
    ...(loose.body === undefined
      ? {}
      : { body: JSON.stringify(loose.body), headers: { 'content-type': 'application/json' } }),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as ResponseOf<E>;
}
