import { randomBytes } from 'node:crypto'

/** The tokens that the key call of the password grant gives out; each goes along with one token call. */
export class BizTokens {
  /** Stands in front of every password; the bank was seen to send the same one each time. */
  readonly eventId = randomBytes(16).toString('hex').toUpperCase()
  /** The application that each token was given to. */
  readonly #owners = new Map<string, string>()

  /** Gives an application a token. */
  issue(clientId: string): string {
    const value = randomBytes(64).toString('base64')
    this.#owners.set(value, clientId)
    return value
  }

  /** Tells whether a token was given to that application and not used yet. */
  holds(value: string, clientId: string): boolean {
    return this.#owners.get(value) === clientId
  }

  /** Uses a token up. */
  spend(value: string): void {
    this.#owners.delete(value)
  }

  /** Forgets every token. */
  clear(): void {
    this.#owners.clear()
  }
}
