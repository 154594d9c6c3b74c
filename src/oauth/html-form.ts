/** A form of a page: where it goes and what it carries. */
export interface HtmlForm {
  /** Value of `action`, as written; empty when the form posts to its own page. */
  readonly action: string
  /** Fields with their preset values, hidden ones included. */
  readonly fields: Readonly<Record<string, string>>
  /** The field of type password, when there is one. */
  readonly passwordField: string | undefined
  /** The text field before the password. */
  readonly userField: string | undefined
  /** Name and values of its submit buttons. */
  readonly buttons: readonly { readonly name: string; readonly value: string }[]
}

/** Reads the first form of an HTML page; undefined when the page holds none. */
export function readForm(html: string): HtmlForm | undefined {
  const form = /<form\b([^>]*)>([\s\S]*?)<\/form>/i.exec(html)
  if (form === null) return undefined
  const content = form[2] ?? ''
  const inputs = [...content.matchAll(/<input\b([^>]*)>/gi)].map(([, attributes]) =>
    readInput(attributes ?? ''),
  )
  const typed = (type: string) => inputs.find((input) => input.type === type)?.name
  return {
    action: decode(attribute(form[1] ?? '', 'action') ?? ''),
    fields: Object.fromEntries(
      inputs.filter((input) => input.name !== '').map(({ name, value }) => [name, value]),
    ),
    passwordField: typed('password'),
    userField: typed('text') ?? typed('email'),
    buttons: [...content.matchAll(/<button\b([^>]*)>/gi)].map(([, attributes]) => {
      const { name, value } = readInput(attributes ?? '')
      return { name, value }
    }),
  }
}

function readInput(attributes: string): { name: string; type: string; value: string } {
  return {
    name: attribute(attributes, 'name') ?? '',
    type: (attribute(attributes, 'type') ?? 'text').toLowerCase(),
    value: decode(attribute(attributes, 'value') ?? ''),
  }
}

function attribute(text: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`, 'i').exec(text)?.[1]
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
