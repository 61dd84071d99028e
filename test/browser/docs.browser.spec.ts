import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeWithChromium, startChromium } from '../components/chromium.ts';
import { signIn } from '../support/api.ts';
import { servedDemo } from '../support/served.ts';

/** What the page complains of, and what it asks of another server. */
const complaintsOf = (page: Page, origin: string): string[] => {
  const complaints: string[] = [];
  page.on('console', (said) => void (said.type() === 'error' && complaints.push(said.text())));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (asked) => {
    if (!asked.url().startsWith(origin) && !asked.url().startsWith('data:')) complaints.push(asked.url());
  });
  return complaints;
};

describeWithChromium('the API documentation in a browser', () => {
  const panshi = servedDemo();
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  const openDocs = async (width: number, address = '/docs'): Promise<{ page: Page; complaints: string[] }> => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const complaints = complaintsOf(page, panshi.url());
    await page.goto(panshi.url() + address);
    await page.locator('.opblock').first().waitFor();
    return { page, complaints };
  };
  const operation = (page: Page, method: string, path: string): Locator =>
    page.locator(`.opblock-${method}`, { has: page.locator(`[data-path="${path}"]`) });

  describe.each([
    ['a wide screen', 1280, '/docs'],
    ['a phone', 390, '/docs/'],
  ])('on %s', (_, width, address) => {
    it('lists what there is in two languages, without asking anybody else or running over the edge', async () => {
      const { page, complaints } = await openDocs(width, address);
      const report = operation(page, 'post', '/api/v1/incidents');
      expect(await report.textContent()).toMatch(/\p{Script=Han}+.*[a-z]+/u);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(complaints).toEqual([]);
      await page.close();
    });
  });

  it('opens an operation from the keyboard and shows the real fields of its body', async () => {
    const { page } = await openDocs(1280);
    const report = operation(page, 'post', '/api/v1/incidents');
    await report.locator('.opblock-summary-control').focus();
    await page.keyboard.press('Enter');
    await report.getByText('Schema', { exact: true }).first().click();
    await report.getByText('categoryCode').first().waitFor();
    await page.close();
  });

  it('lets a signed-in person try a query', async () => {
    const { page, complaints } = await openDocs(1280);
    const { token } = await signIn(panshi.url(), 'demo-street');
    await page.getByRole('button', { name: 'Authorize' }).first().click();
    await page.locator('.modal-ux input').fill(token!);
    await page.locator('.modal-ux button[type=submit]').click();
    await page.locator('.modal-ux .btn-done').click();

    const grids = operation(page, 'get', '/api/v1/grids');
    await grids.locator('.opblock-summary-control').click();
    await grids.getByRole('button', { name: 'Try it out' }).click();
    await grids.getByRole('button', { name: 'Execute' }).click();
    await grids.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor();
    expect(await grids.locator('.live-responses-table').textContent()).toContain('320113001');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
