/** The most bytes of a body that are judged; the answers of an API are a thousand times smaller. */
export const mostBodyBytes = 8 * 1024 * 1024

const mark = '\u0000left out: '

/** What stands in place of a text that is too large to keep. */
export function leftOut(bytes: number): string {
  return `${mark}${bytes}`
}

/** Returns how many bytes a text had before it was left out; undefined when it is there. */
export function leftOutBytes(text: string): number | undefined {
  return text.startsWith(mark) ? Number(text.slice(mark.length)) : undefined
}

/** Says a number of bytes as people do. */
export function sizeToText(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB']
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1)
  const amount = bytes / 1024 ** power
  return `${power === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[power] ?? ''}`
}

/** Says why a body of that size is not judged. */
export function tooLargeToJudge(bytes: number): string {
  return `the body of ${sizeToText(bytes)} is larger than the ${sizeToText(mostBodyBytes)} that are judged`
}
