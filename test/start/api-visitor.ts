/** Somebody who uses the API with a session cookie, as the screens do. */
export class ApiVisitor {
  private readonly base: string;
  private cookie = '';

  constructor(base: string) {
    this.base = base;
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = { origin: this.base, cookie: this.cookie, 'content-type': 'application/json' };
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${this.base}${path}`, { method, headers, ...init });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (cookies.length > 0) this.cookie = cookies.join('; ');
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }

  async signUp(): Promise<void> {
    const person = { name: 'Ada', email: 'ada@example.test', password: 'correct horse battery' };
    await this.call('POST', '/api/auth/sign-up/email', person);
  }

  async signIn(): Promise<void> {
    const person = { email: 'ada@example.test', password: 'correct horse battery' };
    await this.call('POST', '/api/auth/sign-in/email', person);
  }
}
