import { Tokenizer, TokenParser, TokenType } from '@streamparser/json'

/** A piece of a recording, whole and in memory alone. */
export interface JsonItem {
  /** An entry of a HAR file, or a value that stands for itself. */
  readonly kind: 'entry' | 'value'
  readonly value: unknown
}

/** What a reader knows of a file once it has seen all of it, or as much as was readable. */
export interface ItemFacts {
  /** Whether there was a `log`, as HAR files have it. */
  readonly isHar: boolean
  readonly harVersion: unknown
  /** Where and why reading ended before the file did. */
  readonly problem: string | undefined
}

/** Fields of an exchange in the plain form, and where entries stand in a HAR file. */
const wanted = ['id', 'operation', 'market', 'capturedAt', 'request', 'response']
const paths = ['$.log.entries.*', '$.log.version', ...wanted.map((name) => `$.${name}`)]
const listPaths = ['$.*']

/** How deep an exchange may be nested, and how large it may be besides its texts. */
const mostDepth = 500
const mostBytes = 64 * 1024 * 1024

/** Reads entry after entry out of JSON that comes in chunks, and forgets each once it was handed over. */
export class ItemReader {
  readonly #tokenizer = new Tokenizer({ stringBufferSize: 64 * 1024, separator: '' })
  #parser: TokenParser | undefined
  #items: JsonItem[] = []
  #root: Record<string, unknown> = {}
  #depth = 0
  #isList = false
  #isHar = false
  #harVersion: unknown
  #problem: string | undefined
  #read = 0
  /** Where the token begins that is being read. */
  #offset = 0
  #lastItem = 0

  constructor() {
    this.#tokenizer.onToken = (token) => {
      this.#take(token)
    }
  }

  /** Reads a chunk and returns what became whole by it. */
  write(chunk: Uint8Array): readonly JsonItem[] {
    if (this.#problem === undefined) this.#try(() => this.#tokenizer.write(chunk))
    this.#read += chunk.length
    const items = this.#items
    this.#items = []
    return items
  }

  /** Says what the file was; to be called after the last chunk. */
  end(): ItemFacts {
    const isWhole = this.#depth === 0 && this.#parser !== undefined
    if (this.#problem === undefined && !isWhole) this.#problem = `it breaks off after ${this.#read} bytes`
    if (this.#problem === undefined && !this.#tokenizer.isEnded) this.#try(() => this.#tokenizer.end())
    return { isHar: this.#isHar, harVersion: this.#harVersion, problem: this.#problem }
  }

  #try(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#problem ??= `it is no JSON ${placeOf(error as Error, this.#offset)}`
    }
  }

  #take(token: Parameters<TokenParser['write']>[0] & { readonly offset: number }): void {
    if (this.#problem !== undefined) return
    this.#offset = token.offset
    const opens = token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET
    if (this.#depth === 0) this.#begin(token.token === TokenType.LEFT_BRACKET)
    if (opens) this.#depth += 1
    if (this.#depth > mostDepth)
      this.#problem = `it is nested deeper than ${mostDepth} at byte ${token.offset}`
    if (token.offset - this.#lastItem > mostBytes)
      this.#problem = `what begins at byte ${this.#lastItem} is no exchange: it is larger than ${mostBytes} bytes`
    if (this.#problem !== undefined) return
    this.#parser?.write(token)
    if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) {
      this.#depth -= 1
      if (this.#depth <= 2) this.#lastItem = token.offset
      if (this.#depth === 0) this.#close()
    }
  }

  /** The first letter of a file, or of one value among several, says whether it is a list. */
  #begin(isList: boolean): void {
    if (this.#parser !== undefined && isList === this.#isList) return
    this.#isList = isList
    this.#parser = new TokenParser({ paths: isList ? listPaths : paths, keepStack: false, separator: '' })
    this.#parser.onValue = ({ value, key, stack }) => {
      this.#keep(value, key, stack.length)
    }
  }

  #keep(value: unknown, key: string | number | undefined, depth: number): void {
    this.#lastItem = this.#offset
    if (this.#isList) this.#items.push({ kind: 'value', value })
    else if (depth === 1) this.#root[String(key)] = value
    else {
      this.#isHar = true
      if (key === 'version') this.#harVersion = value
      else this.#items.push({ kind: 'entry', value })
    }
  }

  #close(): void {
    if (!this.#isList && !this.#isHar) this.#items.push({ kind: 'value', value: this.#root })
    this.#root = {}
  }
}

/** The library names the place in its own words; the rest of its message speaks of its inner states. */
function placeOf({ message }: Error, offset: number): string {
  const [, letter, position] = /^Unexpected "(.*?)" .*absolute position "(\d+)"/s.exec(message) ?? []
  if (position !== undefined) return `from byte ${position} on, where ${JSON.stringify(letter)} stands`
  const [, token] = /^Unexpected (\w+) /.exec(message) ?? []
  const what = token === undefined ? '' : `, where a ${token.toLowerCase().replaceAll('_', ' ')} stands`
  return `from byte ${offset} on${what}`
}
