import type { Market } from '../../markets/types.ts'
import { holdingsOf } from './customers.ts'
import type { ProductKind } from './products.ts'
import { opaqueId, seeded } from './seeded.ts'

/** A tax form that the bank made for a customer; the amount in minor units. */
export interface TaxStatement {
  readonly id: string
  /** Number of the form. */
  readonly form: string
  readonly year: number
  readonly postedOn: string
  readonly amount: number
}

/** How many years the bank keeps at hand. */
const yearCount = 3

/** The form on which the income of a product is told. */
const forms: readonly (readonly [form: string, kinds: readonly ProductKind[]])[] = [
  ['801', ['checking', 'savings', 'timeDeposit']],
  ['802', ['securitiesBrokerage', 'mutualFund']],
]

/** Lists the tax statements of a customer up to a day, the newest first; each is posted a month after its year. */
export function listTaxStatements(market: Market, username: string, today: string): readonly TaxStatement[] {
  const lastYear = Number(today.slice(0, 4)) - (today.slice(5) < '01-31' ? 2 : 1)
  const years = Array.from({ length: yearCount }, (_, index) => lastYear - index)
  const held = holdingsOf(username)
  const own = forms.filter(([, kinds]) => kinds.some((kind) => held.includes(kind)))
  return years.flatMap((year) => own.map(([form]) => makeStatement(`${market.id}/${username}`, form, year)))
}

function makeStatement(owner: string, form: string, year: number): TaxStatement {
  const seed = `${owner}/tax/${form}/${year}`
  return {
    id: opaqueId(seed, 24),
    form,
    year,
    postedOn: `${year + 1}-01-31`,
    amount: seeded(seed).integer(1_200, 480_000),
  }
}
