import { at } from './inside.ts'
import type { Journey } from './journey.ts'
import { positiveControl } from './not-observed.ts'

/** How contact details of one kind are read, changed and confirmed. */
export interface Contact {
  readonly kind: string
  readonly list: string
  readonly update: string
  readonly confirm: string
  /** A list with one item that holds a text. */
  readonly withText: (text: string) => object
  /** The text of the first item of a list. */
  readonly textIn: (body: unknown) => unknown
  /** A text of that kind that nobody has; other counts give others. */
  readonly newText: (count: number) => string
}

/** Contact details that are changed with a confirmation. */
export const contacts: readonly Contact[] = [
  {
    kind: 'email addresses',
    list: 'listCustomerEmails',
    update: 'updateCustomerEmails',
    confirm: 'confirmCustomerEmails',
    withText: (emailAddress) => ({ emails: [{ emailKey: 1, emailAddress, preferredEmailFlag: true }] }),
    textIn: (body) => at(body, 'emails', 0, 'emailAddress'),
    newText: (count) => `customer.${count}@example.com`,
  },
  {
    kind: 'phone numbers',
    list: 'listCustomerPhoneNumbers',
    update: 'updateCustomerPhoneNumbers',
    confirm: 'confirmCustomerPhoneNumbers',
    withText: (phoneNumber) => ({ phones: [{ phoneKey: 1, phoneType: 'MOBILE', phoneNumber }] }),
    textIn: (body) => at(body, 'phones', 0, 'phoneNumber'),
    newText: (count) => `4915701${String(count).padStart(2, '0')}`,
  },
]

/** Reads the first contact detail of a kind; the test is unclear when it cannot be read. */
export async function firstContact(journey: Journey, { list, textIn }: Contact): Promise<string> {
  return String(textIn(positiveControl(await journey.call(list)).json))
}

/** Who the customer is, in one line: the name and how to reach them. */
export function personFacts(body: unknown): string {
  return JSON.stringify({
    name: at(body, 'customerParticulars', 'names', 0, 'fullName'),
    email: at(body, 'emails', 0, 'emailAddress'),
    phone: at(body, 'phones', 0, 'phoneNumber'),
  })
}

/** Finds the item of a list whose field has a value. */
export function itemWith(list: unknown, field: string, value: unknown): unknown {
  return Array.isArray(list) ? list.find((item: unknown) => at(item, field) === value) : undefined
}
