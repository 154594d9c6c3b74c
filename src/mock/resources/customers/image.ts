import { empty, type Handler, json } from '../../answer.ts'
import { fieldsOf } from '../../fields.ts'
import type { Desk } from '../desk.ts'
import { notFound, refuse } from '../refusal.ts'

/** Shows the picture of the customer; there is none until one is set. */
export function getProfileImage({ bank }: Desk): Handler {
  return (call) => {
    const { image } = bank.customerRecords.of(call.market, call.username ?? '')
    return image === undefined ? refuse(call, notFound) : json(200, image)
  }
}

/** Sets the picture of the customer. */
export function setProfileImage({ bank }: Desk): Handler {
  return ({ body, market, username = '', behaviour }) => {
    const { image } = bank.customerRecords.of(market, username)
    if (image === undefined || behaviour.enforces('customers.image-replaced'))
      bank.customerRecords.change(market, username, { image: fieldsOf(body) })
    return empty(200)
  }
}

/** Takes the picture of the customer away. */
export function deleteProfileImage({ bank }: Desk): Handler {
  return (call) => {
    const { market, username = '', behaviour } = call
    if (bank.customerRecords.of(market, username).image === undefined) return refuse(call, notFound)
    if (behaviour.enforces('customers.image-deleted'))
      bank.customerRecords.change(market, username, { image: undefined })
    return empty(200)
  }
}
