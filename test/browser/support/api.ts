import type { Page } from 'playwright-core';
import type { z } from 'zod';
import { endpoints } from '#schemas/api/index.ts';
import type { Run } from '#schemas/api/runs.ts';

async function post<Answer extends z.ZodType>(
  page: Page,
  path: string,
  data: object,
  answer: Answer,
): Promise<z.infer<Answer>> {
  const response = await page.request.post(`/api${path}`, { data });
  if (!response.ok()) throw new Error(`${response.status()} ${path}: ${await response.text()}`);
  return answer.parse(await response.json());
}

/** What a journey needs to have but is not about: made over the API, in the window's own session. */
export const make = {
  demoShop: (page: Page) =>
    post(page, '/connections/demo', { type: 'woocommerce' }, endpoints.createDemoConnection.response),
  shop: (page: Page, name: string, fields: object) =>
    post(page, '/connections', { type: 'woocommerce', name, fields }, endpoints.createConnection.response),
  flow: (page: Page, name: string, shop: string, settings: object = {}) =>
    post(
      page,
      '/flows/from-template',
      { template: 'woocommerce-fec', name, connections: { shop }, settings: { siren: '732829320', ...settings } },
      endpoints.cloneTemplate.response,
    ),
  emptyFlow: (page: Page, name: string) => post(page, '/flows', { name }, endpoints.createFlow.response),
  run: (page: Page, flow: string, mode: 'dry' | 'live') =>
    post(page, `/flows/${flow}/runs`, { mode, period: null }, endpoints.startRun.response),
  replay: (page: Page, run: string) => post(page, `/runs/${run}/replay`, {}, endpoints.replayRun.response),
};

export async function readRun(page: Page, id: string): Promise<Run> {
  return endpoints.getRun.response.parse(await (await page.request.get(`/api/runs/${id}`)).json());
}

/** Waits until the run is over or waits for a person. */
export async function settled(page: Page, id: string): Promise<Run> {
  for (let waited = 0; waited < 60_000; waited += 250) {
    const run = await readRun(page, id);
    if (run.status !== 'queued' && run.status !== 'running') return run;
    await page.waitForTimeout(250);
  }
  throw new Error(`run ${id} does not come to an end`);
}
