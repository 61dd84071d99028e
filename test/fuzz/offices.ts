import { signIn } from '../support/api.ts';
import type { Operation } from './document.ts';

interface Held {
  readonly territory: string;
  readonly permissions: readonly string[];
  readonly token: string | undefined;
}

const names = ['org', 'street', 'case', 'dept', 'emergency', 'commander', 'admin', 'security', 'auditor', 'grid'];

/** Accounts of the demo, which are tried with what they may do. */
export class Offices {
  private constructor(
    private readonly url: string,
    private readonly held: readonly Held[],
  ) {}

  static async signIn(url: string): Promise<Offices> {
    const held: Held[] = [];
    for (const name of names) {
      const account = await signIn(url, `demo-${name}`);
      const { grants } = await account.ask<{ grants: Omit<Held, 'token'>[] }>('/session');
      held.push(...grants.map((grant) => ({ ...grant, token: account.token })));
    }
    return new Offices(
      url,
      held.toSorted((a, b) => a.territory.length - b.territory.length),
    );
  }

  /** Of who holds the permission over the most; of what ends a session, one of its own. */
  async tokenFor({ security, method, path, 'x-permission': permission }: Operation): Promise<string | undefined> {
    if (security?.length === 0) return undefined;
    if (method === 'DELETE' && path.endsWith('/session')) return (await signIn(this.url, 'demo-grid')).token;
    return this.held.find(({ permissions }) => permission === undefined || permissions.includes(permission))?.token;
  }
}
