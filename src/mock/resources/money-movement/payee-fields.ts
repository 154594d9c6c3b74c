import type { Account } from '../../bank/accounts.ts'
import { billerOf } from '../../bank/payments/billers.ts'
import type { Payee } from '../../bank/payments/payees.ts'
import { paymentMethods, paymentTypes } from '../../bank/payments/rails.ts'
import { opaqueId } from '../../bank/seeded.ts'
import { sourceKeys } from './source-fields.ts'

/** Describes a payee as the list shows it. */
export function listedPayeeFields(payee: Payee): object {
  const biller = billerOf(payee.bill?.merchant)
  return {
    payeeId: payee.id,
    payeeName: payee.name,
    payeeNickname: payee.nickname,
    paymentType: paymentTypes[payee.kind],
    displayAccountNumber: payee.displayNumber,
    accountId: accountKey(payee),
    currencyCode: payee.currency,
    payeeStatus: statusOf(payee),
    merchantNumber: biller?.number,
    billTypeCode: biller?.billType,
    paymentMethods: methodFields(payee),
  }
}

/** Describes a payee together with the accounts that can pay it. */
export function combinationFields(payee: Payee, sources: readonly Account[]): object {
  const { bank } = payee
  const biller = billerOf(payee.bill?.merchant)
  return {
    payeeId: payee.id,
    displayPayeeAccountNumber: payee.displayNumber,
    payeeAccountCurrencyCode: payee.currency,
    payeeName: payee.name,
    payeeNickName: payee.nickname,
    paymentType: paymentTypes[payee.kind],
    merchantNumber: biller?.number,
    billTypeCode: biller?.billType,
    paymentMethods: methodFields(payee),
    bankDetails:
      bank === undefined ? undefined : { bankCode: bank.code, bankName: bank.name, globalBankCode: bank.bic },
    payeeBankDetails: bankFields(payee),
    payeeAddress: addressFields(payee),
    transferPurpose: 'FAMILY_SUPPORT',
    sourceAccountIds: sourceKeys(sources),
  }
}

/** A payee of this bank abroad names the bank and the country alone. */
function bankFields({ bank, kind }: Payee): object | undefined {
  if (kind === 'global') return { bankName: 'Citibank', countryName: 'UNITED_STATES' }
  return bank === undefined
    ? undefined
    : {
        globalBankCode: bank.bic,
        bankName: bank.name,
        payeeBankAddress: {
          addressLine1: bank.street,
          addressLine3: bank.city,
          countryName: bank.countryName,
        },
      }
}

/** Where a payee lives is known of those who have their accounts elsewhere. */
export function addressFields({ bank, kind }: Payee): object | undefined {
  if (kind === 'global') return {}
  return bank === undefined ? undefined : { countryName: bank.countryName, addressLine3: bank.city }
}

/** Key of the payee's account; nothing can be looked up with it. */
export function accountKey({ id }: Payee): string {
  return opaqueId(`${id}/account`, 88)
}

/** Tells whether a payee can be paid, in the words of the interface. */
export function statusOf({ active }: Payee): string {
  return active ? 'ACTIVE' : 'INACTIVE'
}

function methodFields({ kind }: Payee): object[] {
  return paymentMethods[kind].map((paymentMethod) => ({ paymentMethod }))
}
