/** One call to an external system. */
export interface HttpRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds until the whole answer must be there; 60,000 unless set. */
  readonly timeoutMs?: number;
  /**
   * How many times a failure worth retrying is tried again; 3 unless set, 0 for a call that must not be repeated.
   * Unless set, a call other than GET is only tried again when the system surely did not act on the first one (no
   * connection, 429): an entry posted before a connection broke would be booked twice. A POST that only reads (SOAP,
   * GraphQL) sets it, and is then retried like a GET.
   */
  readonly retries?: number;
  /** Whether 429 and 5xx are retried and then thrown as RemoteDownError; true unless set. */
  readonly throwOnDown?: boolean;
}

export interface HttpResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * The only way out over HTTP: guarded against private networks, timed out, retried with backoff and jitter
 * (Retry-After obeyed), logged with secrets removed.
 */
export interface HttpClient {
  readonly send: (request: HttpRequest) => Promise<HttpResponse>;
}
