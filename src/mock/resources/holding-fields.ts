import type { Account } from '../bank/accounts.ts'
import { addMonths } from '../bank/days.ts'
import { decimal, share } from '../bank/money.ts'
import { type Paper, papers } from '../bank/papers.ts'

/** Describes what an investment account holds: two positions whose values add up to its balance. */
export function holdingFields(account: Account, today: string): Readonly<Record<string, unknown>> {
  const first = share(account.balance, 6_000)
  const positions = [
    positionFields(account, { paper: papers[0], value: first, today }),
    positionFields(account, { paper: papers[1], value: account.balance - first, today }),
  ]
  const invested = share(account.balance, 9_200)
  return {
    totalNetAssetValueAmount: decimal(account.balance),
    totalSecuritiesValueAmount: decimal(account.balance),
    totalPortfolioBalanceAmount: decimal(account.balance),
    totalTransactionAmount: decimal(invested),
    totalUnrealizedGains: decimal(account.balance - invested),
    mutualFund: positions,
    security: positions,
    accountHoldings: positions,
    retirementPlanComponents: positions,
  }
}

interface Position {
  readonly paper: Paper
  readonly value: number
  readonly today: string
}

function positionFields({ currency }: Account, { paper, value, today }: Position): object {
  const invested = share(value, 9_200)
  const units = 100
  return {
    currencyCode: currency,
    fundName: paper.name,
    securityName: paper.name,
    componentName: paper.name,
    fundCode: paper.code,
    stockCode: paper.code,
    symbol: paper.code,
    cusip: paper.cusip,
    netAssetValueAmount: decimal(value),
    marketValueAmount: decimal(value),
    totalValueAmount: decimal(value),
    investmentAmount: decimal(invested),
    unrealizedGains: decimal(value - invested),
    unrealizedPercentageGain: 8.7,
    latestPrice: decimal(Math.round(value / units)),
    price: decimal(Math.round(value / units)),
    previousPrice: decimal(Math.round(value / units)),
    changeInPrice: 0,
    changeInPercent: 0,
    changeInValue: 0,
    averageUnitCost: decimal(Math.round(invested / units)),
    quantity: units,
    availableUnits: units,
    settledUnits: units,
    assignedUnits: units,
    confirmedUnits: units,
    pendingUnits: 0,
    blockUnits: 0,
    maturityDate: addMonths(today, 60),
    nextMaturityDate: addMonths(today, 60),
    asOfDateTime: today,
  }
}
