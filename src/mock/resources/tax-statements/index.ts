import { type Handler, json, type ResourceCall } from '../../answer.ts'
import { decimal } from '../../bank/money.ts'
import { makePdf } from '../../bank/pdf.ts'
import type { TaxStatement } from '../../bank/tax-statements.ts'
import type { Desk, Makers } from '../desk.ts'
import { refuseOthers } from '../objects.ts'
import { notFound, refuse } from '../refusal.ts'
import { ownTaxStatements } from './own.ts'

function listTaxStatements(desk: Desk): Handler {
  return (call) => {
    const details = ownTaxStatements(call).map(({ id, form, year, postedOn }) => ({
      statementId: id,
      statementType: form,
      statementPostingDate: postedOn,
      primaryUserIndicator: '1',
      statementYear: year,
    }))
    return json(200, desk.write(call.operation, { DocumentDetails: details }))
  }
}

function getTaxStatement(desk: Desk): Handler {
  return (call) => {
    const refused = refuseOthers(desk, call)
    if (refused !== undefined) return refused
    const own = ownTaxStatements(call)
    const statement = own.find(({ id }) => id === call.params['taxstatementId']) ?? own[0]
    if (statement === undefined) return refuse(call, notFound)
    const dataPayload = makePdf(linesOf(desk, call, statement)).toString('base64')
    return json(
      200,
      desk.write(call.operation, { documentFormat: 'application/pdf', encodeType: 'base64', dataPayload }),
    )
  }
}

function linesOf({ bank }: Desk, call: ResourceCall, { form, year, amount }: TaxStatement): string[] {
  const { firstName, lastName } = bank.profileOf(call.market, call.username ?? '')
  return [
    `Tax statement ${year}, form ${form}`,
    `${firstName} ${lastName}`,
    `Income: ${decimal(amount)} ${call.market.currency}`,
  ]
}

/** Handlers of specs/tax-statements.yaml that have state of their own. */
export const taxStatementsMakers: Makers = { listTaxStatements, getTaxStatement }
