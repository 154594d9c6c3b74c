import { createHash } from 'node:crypto'
import type { Fields } from '../fields.ts'

/** How far an application has come, in the order in which it goes. */
export const stages = [
  'PRESCREENING',
  'BACKGROUND_SCREENING',
  'IN_PRINCIPLE_APPROVAL',
  'KNOWLEDGE_BASED_ASSESSMENT',
  'OFFER_ACCEPTED',
  'SUBMITTED',
] as const

/** One of the stages. */
export type Stage = (typeof stages)[number]

/** Someone who gets a card on the account of the main applicant. */
export interface Supplementary {
  readonly applicantId: string
  readonly sent: Fields
}

/** An application for unsecured products, and what has become of it. */
export interface CreditApplication {
  readonly id: string
  readonly controlFlowId: string
  /** The client that opened it; no other sees it. */
  readonly clientId: string
  readonly openedOn: string
  readonly stage: Stage
  readonly product: Fields
  readonly applicant: Fields
  readonly supplementaries: readonly Supplementary[]
  /** Whether a one-time password was sent, and how often a wrong one came back; checked ones are gone. */
  readonly password?: { readonly wrong: number } | undefined
  /** The kinds of proof that the bank has. */
  readonly proofs: readonly string[]
  /** The last day of the approval in principle, once there is one. */
  readonly approvedUntil?: string
  readonly pin?: 'waiting' | 'confirmed'
}

/** The applications of the bank, until the next reset. */
export class CreditApplications {
  readonly #byId = new Map<string, CreditApplication>()
  #made = 0

  /** Opens an application. */
  open(parts: Pick<CreditApplication, 'clientId' | 'openedOn' | 'product' | 'applicant'>): CreditApplication {
    const application: CreditApplication = {
      ...parts,
      id: this.newToken(),
      controlFlowId: this.newDigits(88),
      stage: 'PRESCREENING',
      supplementaries: [],
      proofs: [],
    }
    return this.keep(application)
  }

  /** Keeps the new state of an application. */
  keep(application: CreditApplication): CreditApplication {
    this.#byId.set(application.id, application)
    return application
  }

  /** Finds an application by its key. */
  find(id: string): CreditApplication | undefined {
    return this.#byId.get(id)
  }

  /** Finds the newest application of a client. */
  newestOf(clientId: string): CreditApplication | undefined {
    return [...this.#byId.values()].reverse().find((application) => application.clientId === clientId)
  }

  /** Makes a key of twelve letters and digits. */
  newToken(): string {
    const digits = BigInt(`0x${this.newDigits(24)}`).toString(36)
    return `Z${digits.toUpperCase().padStart(11, '0').slice(-11)}`
  }

  /** Makes hexadecimal digits that were not there before. */
  newDigits(length: number): string {
    this.#made += 1
    return createHash('sha512').update(`application/${this.#made}`).digest('hex').slice(0, length)
  }

  /** Forgets every application. */
  clear(): void {
    this.#byId.clear()
    this.#made = 0
  }
}
