/** Who is paid without being kept. */
export interface PayeeAccountDetails {
  readonly payeeAccountNumber?: string
  readonly payeeName?: string
  readonly payeeNickName?: string
  readonly payeeCurrencyCode?: string
  readonly payeeCountryName?: string
  readonly accountIbanFlag?: boolean
  readonly payeeBankDetails?: { readonly globalBankCode?: string }
}

/** The fields of every body that asks for a transfer; each call knows some of them. */
export interface TransferBody {
  readonly sourceAccountId?: string
  readonly transactionAmount?: number
  readonly transferCurrencyIndicator?: string
  readonly transactionCurrencyCode?: string
  readonly destinationAccountId?: string
  readonly payeeId?: string
  readonly payeeAccountDetails?: PayeeAccountDetails
  readonly proxyAccountId?: string
  readonly proxyAccountIdType?: string
  readonly payeeEnrollmentFlag?: boolean
  readonly payeeNickName?: string
  readonly bankName?: string
  readonly customerName?: string
  readonly chargeBearer?: string
  readonly paymentMethod?: string
  readonly paymentScheduleType?: string
  readonly futureDatedTransaction?: { readonly scheduleDate?: string }
  readonly standingInstruction?: {
    readonly standingInstructionStartDate?: string
    readonly standingInstructionEndDate?: string
    readonly paymentFrequency?: string
    readonly perpetualFlag?: boolean
  }
  readonly remarks?: string | readonly { readonly remarks?: string }[]
}

/** Joins the lines of text for the statement. */
export function remarksOf({ remarks = '' }: TransferBody): string {
  return typeof remarks === 'string' ? remarks : remarks.map((line) => line.remarks ?? '').join(' ')
}
