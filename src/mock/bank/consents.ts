/** What a customer allows, or no longer. */
export interface Consent {
  readonly type: string
  readonly given: boolean
  readonly changedOn: string
  readonly cardId: string | undefined
}

/** The consents that customers changed since the last reset, by account. */
export class Consents {
  readonly #byAccount = new Map<string, readonly Consent[]>()

  /** Returns the consent of a type; nobody has given it before they say so. */
  of(account: { readonly id: string; readonly openedOn: string }, type: string): Consent {
    const changed = this.#byAccount.get(account.id)?.find((consent) => consent.type === type)
    return changed ?? { type, given: false, changedOn: account.openedOn, cardId: undefined }
  }

  /** Keeps a consent in place of the one before. */
  keep(accountId: string, consent: Consent): void {
    const others = (this.#byAccount.get(accountId) ?? []).filter(({ type }) => type !== consent.type)
    this.#byAccount.set(accountId, [...others, consent])
  }

  /** Forgets every change. */
  clear(): void {
    this.#byAccount.clear()
  }
}
