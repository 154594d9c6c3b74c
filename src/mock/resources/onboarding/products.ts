import { type Handler, json } from '../../answer.ts'
import type { Desk } from '../desk.ts'
import { cutPage, readPage } from '../page.ts'
import { refuse } from '../refusal.ts'

const names = [
  'Rewards Visa Platinum',
  'Cash Back Mastercard',
  'PremierMiles Visa',
  'Prestige Mastercard',
  'Clear Card',
  'SMRT Card',
  'Lazada Card',
  'M1 Card',
  'Ready Credit',
  'Quick Cash Loan',
  'Balance Transfer Loan',
  'Flexi Bill',
] as const

/** What one can apply for in Singapore; more than one page of it. */
const products = names.map((productName, index) => ({
  productCode: `VC${830 + index}`,
  productName,
  sourceCode: `WW5ARCE${index + 1}`,
  organisation: '888',
  logo: String(830 + index),
}))

/** Lists what one can apply for. */
export function listOnboardingProducts(desk: Desk): Handler {
  return (call) => {
    const page = readPage(call)
    if ('status' in page) return refuse(call, page)
    const { items, nextStartIndex } = cutPage(products, page, call)
    return json(200, desk.write(call.operation, { products: items, nextStartIndex }))
  }
}

/** Keeps someone who may apply: each time under a key of its own. */
export function addProspect({ bank }: Desk): Handler {
  return () => {
    const digits = Number.parseInt(bank.creditApplications.newDigits(9), 16)
    return json(200, { prospectId: `23${String(digits).padStart(11, '0')}` })
  }
}
