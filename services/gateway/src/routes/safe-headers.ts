import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

/** Panshi may stand behind a proxy that ends TLS, or be tried over plain HTTP, where an upgrade finds nobody. */
const plainHttpToo = { upgradeInsecureRequests: null };

/**
 * The security headers that helmet sets, the same on every answer. They are asked of it once: set one by one for each
 * request they took a tenth of its time.
 */
export const safeHeaders = (): Promise<Readonly<Record<string, string>>> =>
  new Promise((resolve, reject) => {
    const request = new IncomingMessage(new Socket());
    const response = new ServerResponse(request);
    helmet({ contentSecurityPolicy: { directives: plainHttpToo } })(request, response, (error) =>
      error ? reject(error as Error) : resolve({ ...response.getHeaders() } as Record<string, string>),
    );
  });
