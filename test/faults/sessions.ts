import { api } from '../support/api.ts';
import { type Office, password } from '../support/small-district.ts';

/** Signs in each office when its token is first wanted, and again once it has expired, however often that is refused. */
export class Sessions {
  readonly url: string;
  readonly #tokens = new Map<Office, Promise<string>>();

  constructor(url: string) {
    this.url = url;
  }

  token(office: Office): Promise<string> {
    const signed = this.#tokens.get(office) ?? this.#signIn(office);
    this.#tokens.set(office, signed);
    return signed;
  }

  /** The token is good no more; who knows it only from hearsay changes nothing. */
  async expired(office: Office, token: string): Promise<void> {
    const signed = this.#tokens.get(office);
    if ((await signed) === token && this.#tokens.get(office) === signed) this.#tokens.delete(office);
  }

  async #signIn(username: Office): Promise<string> {
    for (;;) {
      const { status, body } = await api(this.url).post<{ token: string }>('/session', { username, password });
      if (status === 200) return body.token;
      if (![503, 504].includes(status)) throw new Error(`signing in was answered ${status} ${JSON.stringify(body)}`);
    }
  }
}
