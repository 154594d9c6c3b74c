import type { Exchange } from './exchange.ts'

const left = new Set(['host', 'content-length', 'connection', 'accept-encoding'])

/** Renders a request as the curl line that repeats it; secrets stay masked. */
export function curlOf(exchange: Exchange): string {
  const { method, url, headers, body } = exchange.request
  return [
    `curl -X ${method} ${quote(url)}`,
    ...headers
      .filter(([name]) => !left.has(name.toLowerCase()))
      .map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined
      ? []
      : [`--data-raw ${quote(body.length > 500 ? `${body.slice(0, 500)}…` : body)}`]),
  ].join(' ')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
