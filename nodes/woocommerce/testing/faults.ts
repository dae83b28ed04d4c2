import type { ServerResponse } from 'node:http';
import type { Fault } from '#nodes/kit/testing.ts';

/** Faults of this shop beside the kit's: HTML of a plugin before the data, or a page in place of it. */
export type ShopFault = Fault | { readonly kind: 'html-before-json' } | { readonly kind: 'html-instead' };

interface Planned {
  readonly fault: ShopFault;
  after: number;
  times: number;
}

/** Faults in the order they were asked for; each call uses up one. */
export class FaultPlan {
  readonly #planned: Planned[] = [];

  add(fault: ShopFault, options: { readonly times?: number; readonly after?: number } = {}): void {
    this.#planned.push({ fault, after: options.after ?? 0, times: options.times ?? 1 });
  }

  next(): ShopFault | null {
    const first = this.#planned[0];
    if (!first) return null;
    if (first.after > 0) {
      first.after -= 1;
      return null;
    }
    first.times -= 1;
    if (first.times <= 0) this.#planned.shift();
    return first.fault;
  }
}

const NOTICE = '\uFEFF<br />\n<b>Notice</b>:  Undefined index: foo [in wp-content/plugins/x.php] on line 12<br />\n';
const PLUGIN_HTML = '<div class="cookie-banner"><p>We use cookies</p></div>\n';
const PAGE =
  '<!doctype html><html><head><title>x</title></head><body><h1>Briefly unavailable for maintenance</h1></body></html>';

/** The text of a good answer as the fault spoils it. */
export function spoil(text: string, fault: ShopFault): string {
  if (fault.kind === 'noise-before-json') return NOTICE + text;
  if (fault.kind === 'html-before-json') return PLUGIN_HTML + text;
  return fault.kind === 'html-instead' ? PAGE : text;
}

/** Announces the whole answer, sends half of it and breaks the connection. */
export function sendHalf(outgoing: ServerResponse, text: string): void {
  const bytes = Buffer.from(text);
  outgoing.writeHead(200, { 'content-type': 'application/json; charset=UTF-8', 'content-length': bytes.byteLength });
  outgoing.write(bytes.subarray(0, Math.floor(bytes.byteLength / 2)), () => outgoing.destroy());
}
