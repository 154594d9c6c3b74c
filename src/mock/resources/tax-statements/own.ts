import type { ResourceCall } from '../../answer.ts'
import { dayOf } from '../../bank/days.ts'
import { listTaxStatements, type TaxStatement } from '../../bank/tax-statements.ts'

/** Lists the tax statements of the customer who consented. */
export function ownTaxStatements({ market, username = '', now }: ResourceCall): readonly TaxStatement[] {
  return listTaxStatements(market, username, dayOf(now))
}
