import type { Bilingual } from '@panshi/contracts';
import accounts from './accounts.json' with { type: 'json' };

/** An account of the demo that anybody may sign in with. */
export interface DemoAccount {
  readonly username: string;
  readonly role: string;
  readonly title: Bilingual;
  /** Post (岗位) it acts in. */
  readonly post: string;
  /** Region code; of the grid leader: any grid will do, so the first one of this community. */
  readonly territory: string;
  /** Code of the unit it handles cases for. */
  readonly unit?: string;
  readonly tryOut: Bilingual;
}

/** The password of all demo accounts: a demo district has no secrets. */
export const demoPassword = 'demo-panshi';

/** Who to sign in as, and what to try. */
export const demoAccounts: readonly DemoAccount[] = accounts;
