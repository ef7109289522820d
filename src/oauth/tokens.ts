import type { OAuthConfig } from './config.ts';
import { type Granted, requestToken } from './request-token.ts';
import { tokenError } from './token-error.ts';

/** A token is renewed this long before it ends, or at half of its life. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** A mail server that refuses a token younger than this refuses the next one too. */
const FRESH_MS = 30_000;
/** A token that is about to end may end on its way. */
const LAST_USE_MS = 10_000;

/** Access tokens of one user for one mail server after another. */
export interface AccessTokens {
  /** A token that is valid for a while. Throws a TokenError. */
  current(): Promise<string>;
  /**
   * Another token than the one that a mail server has refused; the same where it is so fresh that another would not
   * help. Throws a TokenError.
   */
  after(refused: string): Promise<string>;
}

export interface TokenOptions {
  now?: () => number;
  freshMs?: number;
}

/** Tokens by one of the grants. Nothing is asked for before the first use; many users of one instance ask once. */
export function openTokens(config: OAuthConfig, user: string, options: TokenOptions = {}): AccessTokens {
  return new Tokens(config, user, options);
}

type Kept = Granted & { since: number };

class Tokens implements AccessTokens {
  readonly #config: OAuthConfig;
  readonly #user: string;
  readonly #now: () => number;
  readonly #freshMs: number;
  #kept: Kept | undefined;
  #request: Promise<Kept> | undefined;

  constructor(
    config: OAuthConfig,
    user: string,
    { now = () => Date.now(), freshMs = FRESH_MS }: TokenOptions,
  ) {
    this.#config = config;
    this.#user = user;
    this.#now = now;
    this.#freshMs = freshMs;
  }

  async current(): Promise<string> {
    const kept = this.#kept;
    const left = kept ? kept.since + kept.lifetimeMs - this.#now() : 0;
    if (kept && left > Math.min(RENEW_BEFORE_MS, kept.lifetimeMs / 2)) return kept.token;
    try {
      return (await this.#renewed()).token;
    } catch (error) {
      if (kept && left > LAST_USE_MS) return kept.token;
      throw error;
    }
  }

  async after(refused: string): Promise<string> {
    const kept = this.#kept;
    const settled = kept && (kept.token !== refused || this.#now() - kept.since < this.#freshMs);
    return settled ? kept.token : (await this.#renewed()).token;
  }

  #renewed(): Promise<Kept> {
    this.#request ??= this.#ask().finally(() => {
      this.#request = undefined;
    });
    return this.#request;
  }

  async #ask(): Promise<Kept> {
    const since = this.#now();
    try {
      const granted = await requestToken(this.#config, this.#user, since);
      this.#kept = { ...granted, since };
      return this.#kept;
    } catch (error) {
      throw tokenError(error, this.#config);
    }
  }
}
