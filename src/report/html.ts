/** HTML that is safe to put into a page. */
export interface Html {
  readonly html: string
}

type Part = Html | string | number | readonly (Html | string)[]

/** Writes HTML; everything that is not HTML already is text, and escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = strings.map((text, index) => text + write(parts[index]))
  return { html: written.join('') }
}

function write(part: Part | undefined): string {
  if (part === undefined) return ''
  if (Array.isArray(part)) return (part as readonly (Html | string)[]).map(write).join('')
  if (typeof part === 'object') return (part as Html).html
  return escapeText(String(part))
}

/** Escapes text for HTML, attribute values included. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
