import type { MarketId } from '../../markets/types.ts'
import { opaqueText } from './seeded.ts'

/** How far an application for a top-up has come. */
export type TopUpStage = 'PRESCREENING' | 'BACKGROUND_SCREENING' | 'IN_PRINCIPLE_APPROVAL' | 'SUBMITTED'

/** An application for a top-up. */
export interface TopUp {
  readonly id: string
  readonly market: MarketId
  readonly username: string
  readonly accountId: string
  /** In minor units. */
  readonly amount: number
  stage: TopUpStage
}

/** The applications for top-ups since the last reset. */
export class TopUps {
  readonly #applications = new Map<string, TopUp>()

  /** Begins an application. */
  begin(application: Omit<TopUp, 'id' | 'stage'>): TopUp {
    const seed = `${application.market}/${application.username}/top-up ${this.#applications.size}`
    const id = opaqueText(seed).replaceAll(/[-_]/g, 'Q').slice(0, 12).toUpperCase()
    const begun: TopUp = { ...application, id, stage: 'PRESCREENING' }
    this.#applications.set(id, begun)
    return begun
  }

  /** Finds an application, whoever made it. */
  find(id: string): TopUp | undefined {
    return this.#applications.get(id)
  }

  /** Forgets every application. */
  clear(): void {
    this.#applications.clear()
  }
}
